import { randomInt } from 'node:crypto';
import { type ExpectedRevision, PostgresEventStore, StoreUnavailable, WrongExpectedRevision } from '@app/event-store';
import { newEvents } from '@app/testing';
import { AbandoningPool } from './abandoning-pool';
import { optionsOf, say, told } from './line';

/** Either many writers for some ms, or so many appends to one stream at the same instant. */
type Task =
  | { readonly do: 'write'; readonly writers: number; readonly ms: number }
  | { readonly do: 'race'; readonly stream: string; readonly expected: string; readonly rivals: number };

const { url, name } = optionsOf<{ url: string; name: string }>();
const store = PostgresEventStore.open({ url, max: 16, name });
/** Its appends are carried out and rolled back. */
const abandoned = new PostgresEventStore(new AbandoningPool(url, name));
/** Where each stream stands as far as we know; half of them are written by the other process as well. */
const known = new Map<string, ExpectedRevision>();
const streams = [...Array(12).keys()].flatMap((n) => [`shared-s${n}`, `${name}-s${n}`]);

async function write(): Promise<void> {
  const stream = streams[randomInt(streams.length)] ?? '';
  const events = newEvents(randomInt(1, 4));
  const ids = events.map(({ id }) => id);
  const target = randomInt(10) === 0 ? abandoned : store;
  const kind = target === store ? 'acknowledged' : 'rolled-back';
  try {
    const appended = await target.append(stream, known.get(stream) ?? 'no-stream', events);
    if (target === store) known.set(stream, appended.revision);
    say({ kind, ids, position: appended.position });
  } catch (error) {
    if (error instanceof WrongExpectedRevision) known.set(stream, error.actual);
    else if (error instanceof StoreUnavailable) say({ kind: target === store ? 'unknown' : kind, ids });
    else throw error;
  }
}

async function writeUntil(end: number): Promise<void> {
  while (Date.now() < end) await write();
}

async function race({ stream, expected, rivals }: Extract<Task, { do: 'race' }>): Promise<void> {
  const at = expected === 'no-stream' ? expected : BigInt(expected);
  const racing = Array.from({ length: rivals }, () => store.append(stream, at, newEvents(2)));
  const settled = await Promise.allSettled(racing);
  const accepted = settled.filter(({ status }) => status === 'fulfilled').length;
  const beaten = settled.filter((each) => each.status === 'rejected' && each.reason instanceof WrongExpectedRevision);
  say({ kind: 'raced', accepted, beaten: beaten.length });
}

async function main(): Promise<void> {
  await store.head();
  say({ kind: 'ready' });
  for await (const task of told<Task>()) {
    if (task.do === 'race') await race(task);
    else await Promise.all(Array.from({ length: task.writers }, () => writeUntil(Date.now() + task.ms)));
    say({ kind: 'done' });
  }
  await Promise.all([store.close(), abandoned.close()]);
}

void main();
