import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@app/event-store';
import { type AnyProjection, applyBatch, type Row } from '@app/read-store';
import { account, type BankEvent } from './bank';
import { placeOf } from './generations';
import { Locks, MemoryConnection } from './memory-connection';
import { MemoryDatabase } from './memory-database';
import { MemoryReadModel } from './memory-read-model';
import { editionOf } from './program';
import type { Errand } from './person';
import type { World } from './world';

/** What is broken when everything has come to rest; nothing, if every promise was kept. */
export async function brokenPromises(world: World): Promise<string[]> {
  const events = world.log.events;
  return [
    ...brokenStreams(events),
    ...world.people.flatMap(({ errands }) => errands.flatMap((errand) => brokenErrand(errand, events))),
    ...(await brokenReadModels(world, events)),
  ];
}

/** Streams in order and without gaps, every append whole and once, every decision taken on the state it changed. */
function brokenStreams(events: readonly RecordedEvent[]): string[] {
  const broken: string[] = [];
  const expect = (kept: boolean, what: string) => kept || broken.push(what);
  const states = new Map<string, { revision: bigint; state: typeof account.initial }>();
  const seen = new Set<string>();
  for (const [index, event] of events.entries()) {
    const { id, stream, revision, position, metadata } = event;
    const where = `${event.type} at ${position}`;
    expect(position === BigInt(index + 1), `${where} is the ${index + 1}th event of the log`);
    expect(!seen.has(id), `${where}: its id ${id} is in the log twice`);
    seen.add(id);
    const before = events[index - 1];
    const continues = before?.metadata.commandId === metadata.commandId && before.metadata.part === metadata.part - 1;
    expect(metadata.part === 1 || continues, `${where} is part ${metadata.part} behind something else`);
    const command = `${stream} ${metadata.commandId} ${metadata.part}`;
    expect(!seen.has(command), `${where}: the command ${metadata.commandId} was carried out twice`);
    seen.add(command);
    const known = states.get(stream) ?? { revision: -1n, state: account.initial };
    expect(
      revision === known.revision + 1n,
      `${where} is at revision ${revision} of ${stream}, behind ${known.revision}`,
    );
    if (!stream.startsWith('account-')) continue;
    const bankEvent = event as unknown as BankEvent;
    expect(bankEvent.data.number === known.state.count + 1, `${where} was decided on a state that was not the present`);
    const state = account.evolve(known.state, bankEvent);
    expect(metadata.part < metadata.parts || state.balance >= 0, `${where} leaves ${state.balance} in ${stream}`);
    states.set(stream, { revision, state });
  }
  return broken;
}

/** What was answered is in the log, whole. */
function brokenErrand({ commandId, answer }: Errand, events: readonly RecordedEvent[]): string[] {
  const own = events.filter(({ metadata }) => metadata.commandId === commandId);
  const whole = own.length === 0 || own.length === own[0]?.metadata.parts;
  if (!whole) return [`command ${commandId} is in the log in part: ${own.length} of ${own[0]?.metadata.parts}`];
  if (typeof answer !== 'object') return [];
  const last = own.at(-1);
  const stands = last?.stream === answer.stream && last.revision === answer.revision;
  return stands && last.position === answer.position
    ? []
    : [`command ${commandId} was acknowledged at ${answer.position}, the log has it at ${last?.position}`];
}

/** Row for row what one pass over the log gives. */
async function brokenReadModels({ readStore }: World, events: readonly RecordedEvent[]): Promise<string[]> {
  const broken: string[] = [];
  for (const projection of editionOf(true).projections) {
    const clean = await builtAtOnce(projection, CLEAN, events);
    for (const generation of readStore.keptNow(projection.name)) {
      const place = placeOf(generation);
      const found = readStore.database;
      const model = new MemoryReadModel(connectionTo(found), projection, place);
      if (model.parkedIn(found.begin()).length > 0) {
        broken.push(`${place}: events wait in no partition that stands still`);
      }
      for (const position of model.splitsIn(found.begin())) {
        broken.push(`${place}: a batch ended at ${position}, in the midst of an append`);
      }
      for (const table of Object.keys(projection.tables)) {
        const [should, is] = [rowsOf(clean, projection, CLEAN, table), rowsOf(found, projection, place, table)];
        if (hashOf(should) !== hashOf(is)) {
          broken.push(`${place}.${table} is not what a clean build gives: ${firstDifference(should, is)}`);
        }
      }
    }
  }
  return broken;
}

/** Where the clean build is kept. */
const CLEAN = 'clean';

async function builtAtOnce(
  projection: AnyProjection,
  place: string,
  events: readonly RecordedEvent[],
): Promise<MemoryDatabase> {
  const database = new MemoryDatabase();
  const model = new MemoryReadModel(connectionTo(database), projection, place);
  await applyBatch(
    { model, projection, registry: editionOf(true).registry },
    { logId: 'log', events, after: undefined },
  );
  return database;
}

function connectionTo(database: MemoryDatabase): MemoryConnection {
  return new MemoryConnection(database, new Locks());
}

function rowsOf(database: MemoryDatabase, projection: AnyProjection, place: string, table: string): string[] {
  const model = new MemoryReadModel(connectionTo(database), projection, place);
  const rows: Row[] = model.rowsOf(database.begin(), table);
  return rows.map((row) => JSON.stringify(row)).sort();
}

function hashOf(rows: readonly string[]): string {
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}

function firstDifference(should: readonly string[], is: readonly string[]): string {
  const missing = should.find((row) => !is.includes(row));
  const extra = is.find((row) => !should.includes(row));
  return `${extra ?? 'nothing'} instead of ${missing ?? 'nothing'}`;
}
