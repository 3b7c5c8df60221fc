import { StartUpRefused } from '@app/postgres';
import { refuseForgetful } from './forgetful-server';

const careful = { fsync: 'on', full_page_writes: 'on' };

it('takes a server that writes what it acknowledged to the disk', () => {
  expect(() => refuseForgetful('DATABASE_URL', careful)).not.toThrow();
});

it.each(['fsync', 'full_page_writes'])('refuses in one sentence a server with %s off', (setting) => {
  const refusing = () => refuseForgetful('DATABASE_URL', { ...careful, [setting]: 'off' });
  expect(refusing).toThrow(StartUpRefused);
  expect(refusing).toThrow(new RegExp(`^DATABASE_URL[^\\n]*${setting}=off[^\\n]*${setting}=on\\.$`));
});
