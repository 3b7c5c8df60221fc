import { Lifetime } from './lifetime';

it('closes in the opposite order, everything, and then tells the first failure', async () => {
  const closed: string[] = [];
  const lifetime = new Lifetime();
  for (const name of ['database', 'log', 'server']) {
    lifetime.add(name, (opened) => {
      closed.push(opened);
      return opened === 'log' ? Promise.reject(new Error('log is stuck')) : Promise.resolve();
    });
  }
  await expect(lifetime.end()).rejects.toThrow('log is stuck');
  expect(closed).toEqual(['server', 'log', 'database']);
});

it('closes nothing twice', async () => {
  let times = 0;
  const lifetime = new Lifetime();
  lifetime.add('it', () => Promise.resolve((times += 1)));
  await Promise.all([lifetime.end(), lifetime.end()]);
  expect(times).toBe(1);
  expect(lifetime.ending).toBe(true);
});
