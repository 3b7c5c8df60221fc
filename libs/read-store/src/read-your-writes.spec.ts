import type { DataSource } from 'typeorm';
import { ReadYourWrites } from './read-your-writes';

it('lets all who wait for a projection share each look at it', async () => {
  let [shared, own] = [0, 0];
  const query = ({ text }: { text: string }) => {
    if (text.includes('parked_event')) own += 1;
    else shared += 1;
    return Promise.resolve({ rows: [{ position: shared < 5 ? '1' : '9', partition: null }] });
  };
  const waits = new ReadYourWrites({ driver: { master: { query } } } as unknown as DataSource);
  await Promise.all(Array.from({ length: 20 }, () => waits.waitFor('ranking', 9n)));
  expect({ shared, own }).toEqual({ shared: 5, own: 40 });
});
