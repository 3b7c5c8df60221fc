import type { QueryArrayConfig } from 'pg';
import type { EncodedEvent } from '../validate-append';
import type { Outcome, QueuedAppend } from './append-queue';
import { bigintArray, jsonArray, textArray, uuidArray } from './binary-arrays';
import { textQuery } from './event-rows';

const ONE = 'SELECT log.append_one($1, $2, $3, $4, $5, $6)';
const ALONE = 'SELECT accepted, at_revision, at_position FROM log.append($1, $2, $3, $4, $5, $6)';
const SINGLES = 'SELECT log.append_singles($1, $2, $3, $4, $5, $6)';
const MANY = 'SELECT accepted, at_revision, at_position FROM log.append_many($1, $2, $3, $4, $5, $6, $7)';

/** Runs one statement, a transaction of its own, and gives its rows as text. */
export type RunQuery = (query: QueryArrayConfig) => Promise<readonly (readonly (string | null)[])[]>;

/** Appends by the cheapest of the log's functions. The prepared statements stay with their connections. */
export async function callAppend(run: RunQuery, appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> {
  const [only, ...others] = appends;
  if (!only || others.length > 0) return (await appendSingles(run, appends)) ?? appendMany(run, appends);
  return (await appendOne(run, only)) ?? [await appendAlone(run, only)];
}

const revisionOf = ({ expected }: QueuedAppend): bigint => (expected === 'no-stream' ? -1n : expected);

/** Undefined when there is more than one event, or the stream is elsewhere. */
async function appendOne(run: RunQuery, append: QueuedAppend): Promise<readonly Outcome[] | undefined> {
  const [event, more] = append.events;
  if (!event || more) return undefined;
  const at = revisionOf(append);
  const values = [append.stream, at.toString(), event.id, event.type, event.data, event.metadata];
  const [row] = await run(textQuery(ONE, values, 'log-append-one'));
  const position = row?.[0];
  return position ? [{ accepted: true, revision: at + 1n, position: BigInt(position) }] : undefined;
}

async function appendAlone(run: RunQuery, append: QueuedAppend): Promise<Outcome> {
  const { stream, events } = append;
  const values = [
    stream,
    revisionOf(append).toString(),
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    textArray(events.map(({ data }) => data)),
    textArray(events.map(({ metadata }) => metadata)),
  ];
  const [row] = await run(textQuery(ALONE, values, 'log-append'));
  return outcomeOf(row ?? []);
}

/** Undefined when one of them has more than one event, or one of the streams is elsewhere: nothing was written then. */
async function appendSingles(run: RunQuery, appends: readonly QueuedAppend[]): Promise<readonly Outcome[] | undefined> {
  if (appends.some(({ events }) => events.length > 1)) return undefined;
  const events = appends.flatMap((append) => append.events);
  const values = [
    textArray(appends.map(({ stream }) => stream)),
    bigintArray(appends.map(revisionOf)),
    ...columnsOf(events),
  ];
  const [row] = await run(textQuery(SINGLES, values, 'log-append-singles'));
  const first = row?.[0];
  if (!first) return undefined;
  return appends.map((append, index) => ({
    accepted: true,
    revision: revisionOf(append) + 1n,
    position: BigInt(first) + BigInt(index),
  }));
}

async function appendMany(run: RunQuery, appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> {
  const events = appends.flatMap((append) => append.events);
  const values = [
    textArray(appends.map(({ stream }) => stream)),
    bigintArray(appends.map(revisionOf)),
    bigintArray(appends.map((append) => BigInt(append.events.length))),
    ...columnsOf(events),
  ];
  const rows = await run(textQuery(MANY, values, 'log-append-many'));
  return rows.map(outcomeOf);
}

const columnsOf = (events: readonly EncodedEvent[]): Buffer[] => [
  uuidArray(events.map(({ id }) => id)),
  textArray(events.map(({ type }) => type)),
  jsonArray(events.map(({ data }) => data)),
  jsonArray(events.map(({ metadata }) => metadata)),
];

function outcomeOf([accepted, revision, position]: readonly (string | null)[]): Outcome {
  const at = BigInt(revision ?? -1);
  return accepted === 't'
    ? { accepted: true, revision: at, position: BigInt(position ?? 0) }
    : { accepted: false, revision: at };
}
