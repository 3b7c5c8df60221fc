import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type EventStoreDbServer, startEventStoreDbServer } from '@app/testing';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { guardAppends } from './guarded-appends';

/** Appends an event without a type through the bare client, then stays alive for half a minute if it can. */
const MALFORMED = `
  const { EventStoreDBClient, jsonEvent } = require('@eventstore/db-client');
  const client = EventStoreDBClient.connectionString(process.argv[1]);
  client.appendToStream('plain-1', jsonEvent({ type: '', data: {} }), { deadline: 300 }).catch(() => console.log('rejected'));
  setTimeout(() => { console.log('alive'); process.exit(0); }, 30_000);
`;

/** A BigInt as data: the append is never settled, a second after the rejection that nobody handles and that would end the process. */
const BIGINT = `
  const { EventStoreDBClient, jsonEvent } = require('@eventstore/db-client');
  const client = EventStoreDBClient.connectionString(process.argv[1]);
  const later = (ms) => setTimeout(() => { console.log('pending'); process.exit(0); }, ms);
  process.on('unhandledRejection', () => { console.log('unhandled'); later(1_000); });
  later(30_000);
  client.appendToStream('plain-2', jsonEvent({ type: 'Counted', data: { n: 1n } })).then(console.log, () => console.log('rejected'));
`;

describe('What ends a process that uses the bare client', () => {
  let server: EventStoreDbServer;

  beforeAll(async () => {
    server = await startEventStoreDbServer();
  });

  afterAll(() => server.stop());

  it('a second answer to one append ends it', async () => {
    const { code, output } = await run(MALFORMED, server.connectionString);
    expect(output).toContain('rejected');
    expect(output).not.toContain('alive');
    expect(code).not.toBe(0);
  });

  it('does not end one whose client drops answers that nobody waits for', async () => {
    const client = guardAppends(EventStoreDBClient.connectionString(server.connectionString));
    const malformed = client.appendToStream('plain-3', jsonEvent({ type: '', data: {} }), { deadline: 200 });
    await expect(malformed).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const next = await client.appendToStream('plain-3', jsonEvent({ type: 'Counted', data: {} }));
    expect(next.success).toBe(true);
    await client.dispose();
  });

  it('data that JSON cannot hold is never answered', async () => {
    const { output } = await run(BIGINT, server.connectionString);
    expect(output).toContain('unhandled');
    expect(output).toContain('pending');
  });
});

function run(script: string, address: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['-e', script, address], { cwd: join(__dirname, '../../../..') });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
