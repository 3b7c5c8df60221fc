import { randomUUID } from 'node:crypto';
import { EventStoreDbServer } from '../eventstoredb-server';
import { leftOut } from './left-out';
import { recordedCases } from './recorded-case';
import { replay } from './replay';

const cases = recordedCases();
const replayed = cases.filter(({ name }) => !(name in leftOut));

describe('The protocol server answers as EventStoreDB 23.10.6 was recorded to', () => {
  let server: EventStoreDbServer;

  beforeAll(async () => {
    server = await EventStoreDbServer.start();
    // A real log holds much that is not ours, so that a filtered reader passes checkpoints before its first event.
    for (let count = 0; count < 2_000; count += 1) {
      const empty = new Uint8Array();
      const event = { id: randomUUID(), type: '$stats', contentType: 'application/json', data: empty, metadata: empty };
      server.log.append('$stats-test', 'any', [event]);
    }
  });

  afterAll(() => server.stop());

  it.each(replayed.map((recorded) => [recorded.name, recorded] as const))('%s', async (_name, recorded) => {
    const { host, port } = server.address;
    expect(await replay(recorded, `${host}:${port}`)).toBeUndefined();
  });

  it('leaves out only cases that exist, and says how many', () => {
    const names = new Set(cases.map(({ name }) => name));
    expect(Object.keys(leftOut).filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBe(cases.length);
    const reasons = Object.entries(leftOut).map(([name, reason]) => `\n  left out: ${name}: ${reason}`);
    process.stdout.write(
      `Recorded cases: ${replayed.length} replayed, ${cases.length - replayed.length} left out${reasons.join('')}\n`,
    );
  });
});
