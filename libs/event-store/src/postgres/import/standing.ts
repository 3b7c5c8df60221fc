import type { Client } from 'pg';
import { WrongExpectedRevision } from '../../errors';
import type { Position } from '../../recorded-event';
import { textQuery } from '../event-rows';
import type { ImportAppend } from './chunks';

const HEAD = 'SELECT position FROM log.events ORDER BY position DESC LIMIT 1';
const TIPS = `SELECT s.stream, (SELECT e.revision FROM log.events e WHERE e.stream = s.stream ORDER BY e.revision DESC LIMIT 1)
  FROM unnest($1::text[]) AS s (stream)`;
const PLACES = `SELECT e.stream, e.revision, e.id, e.position FROM unnest($1::text[], $2::bigint[]) AS p (stream, revision)
  JOIN log.events e USING (stream, revision)`;

/** The position of the last event; 0 while the log is empty. */
export async function headOf(client: Client): Promise<Position> {
  const { rows } = await client.query<string[]>(textQuery(HEAD));
  return BigInt(rows[0]?.[0] ?? 0);
}

/** The last revision of every stream of the chunk that exists. */
export async function tipsOf(client: Client, chunk: readonly ImportAppend[]): Promise<Map<string, bigint>> {
  const streams = [...new Set(chunk.map(({ stream }) => stream))];
  const { rows } = await client.query<(string | null)[]>(textQuery(TIPS, [streams]));
  return new Map(rows.flatMap(([stream, tip]) => (stream && tip ? [[stream, BigInt(tip)] as const] : [])));
}

/**
 * Holds that each of these appends stands already at its place, in the log or among what is due in this chunk, and gives where each ends.
 * Throws WrongExpectedRevision for the first that does not.
 */
export async function passOver(
  client: Client,
  appends: readonly ImportAppend[],
  due: readonly ImportAppend[],
  head: Position,
  tips: ReadonlyMap<string, bigint>,
): Promise<ReadonlyMap<ImportAppend, Position>> {
  if (appends.length === 0) return new Map();
  const standing = new Map([...(await placesOf(client, appends)), ...placesAmong(due, head)]);
  return new Map(
    appends.map((append) => {
      const places = append.ids.map((id, index) => {
        const place = standing.get(keyOf(append, index));
        return place?.id === id ? place.position : undefined;
      });
      const end = places.includes(undefined) ? undefined : places.at(-1);
      if (end === undefined) {
        throw new WrongExpectedRevision(append.stream, append.expected, tips.get(append.stream) ?? 'no-stream');
      }
      return [append, end];
    }),
  );
}

interface Place {
  readonly id: string;
  readonly position: Position;
}

const keyOf = ({ stream, at }: ImportAppend, index: number): string => `${stream} ${at + BigInt(index + 1)}`;

async function placesOf(client: Client, appends: readonly ImportAppend[]): Promise<[key: string, Place][]> {
  const streams = appends.flatMap(({ stream, ids }) => ids.map(() => stream));
  const revisions = appends.flatMap(({ at, ids }) => ids.map((_, index) => String(at + BigInt(index + 1))));
  const { rows } = await client.query<[string, string, string, string]>(textQuery(PLACES, [streams, revisions]));
  return rows.map(([stream, revision, id, position]) => [`${stream} ${revision}`, { id, position: BigInt(position) }]);
}

function placesAmong(due: readonly ImportAppend[], head: Position): [key: string, Place][] {
  let position = head;
  return due.flatMap((append) =>
    append.ids.map((id, index): [string, Place] => [keyOf(append, index), { id, position: (position += 1n) }]),
  );
}
