import type { RecordedEvent } from '@app/event-store';
import type { Row } from '@app/read-store';
import { account, type BankEvent } from './bank';
import { bookedByHand } from './by-hand';
import { placeOf } from './generations';
import { Locks, MemoryConnection } from './memory-connection';
import { MemoryReadModel } from './memory-read-model';
import { editionOf } from './program';
import type { Errand } from './person';
import type { World } from './world';

/** What is broken when everything has come to rest; nothing, if every promise was kept. */
export function brokenPromises(world: World): string[] {
  const events = world.log.events;
  return [
    ...brokenStreams(events),
    ...world.people.flatMap(({ errands }) => errands.flatMap((errand) => brokenErrand(errand, events))),
    ...brokenReadModels(world, events),
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

/** Row for row what the log comes to by hand. */
function brokenReadModels({ readStore }: World, events: readonly RecordedEvent[]): string[] {
  const broken: string[] = [];
  const byHand = bookedByHand(events);
  const database = readStore.database;
  for (const projection of editionOf(true).projections) {
    for (const generation of readStore.keptNow(projection.name)) {
      const place = placeOf(generation);
      const model = new MemoryReadModel(new MemoryConnection(database, new Locks()), projection, place);
      const tx = database.begin();
      if (model.parkedIn(tx).length > 0) broken.push(`${place}: events wait in no partition that stands still`);
      for (const position of model.splitsIn(tx)) {
        broken.push(`${place}: a batch ended at ${position}, in the midst of an append`);
      }
      for (const table of Object.keys(projection.tables)) {
        const [should, is] = [linesOf(byHand[projection.name]?.[table]), linesOf(model.rowsOf(tx, table))];
        if (should.join('\n') !== is.join('\n')) {
          broken.push(`${place}.${table} is not what the log comes to: ${firstDifference(should, is)}`);
        }
      }
    }
  }
  return broken;
}

function linesOf(rows: readonly Row[] = []): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function firstDifference(should: readonly string[], is: readonly string[]): string {
  const missing = should.find((row) => !is.includes(row));
  const extra = is.find((row) => !should.includes(row));
  return `${extra ?? 'nothing'} instead of ${missing ?? 'nothing'}`;
}
