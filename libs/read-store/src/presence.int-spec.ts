import { pause } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { testDatabase } from '@app/testing';
import { Presence } from './presence';

it('does not count a process that has not asked for too long, until it asks again', async () => {
  const database = await testDatabase();
  const dataSource = await appDataSource(database.appUrl).initialize();
  const generation = { projection: 'toy', generation: 1, version: 1, state: 'live', parts: 2 } as const;
  const [lively, hanging] = [new Presence(dataSource), new Presence(dataSource, 1_000)];
  try {
    expect(await lively.count(generation)).toBe(1);
    expect(await hanging.count(generation)).toBe(2);
    for (const end = Date.now() + 20_000; (await lively.count(generation)) > 1 && Date.now() < end;) await pause(50);
    expect(await lively.count(generation)).toBe(1);
    await expect(hanging.count(generation)).rejects.toThrow();
    expect(await hanging.count(generation)).toBe(2);
  } finally {
    await Promise.all([lively.leave(), hanging.leave()]);
    await dataSource.destroy();
    await database.drop();
  }
});
