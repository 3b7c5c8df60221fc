import { type ClientBase, DatabaseError } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Row } from './projection';
import type { Session } from './session';

/** The connection was lost, or is no longer ours: nothing that an event could be blamed for. Carries the driver's error. */
export class ConnectionFailed extends Error {
  constructor(readonly driverError: unknown) {
    super(driverError instanceof Error ? driverError.message : String(driverError));
  }
}

/** What the driver has and its types do not name: false while a statement is under way, a COPY too. */
interface Inside {
  readonly readyForQuery: boolean;
}

/** One connection, past TypeORM, which gives a lost connection back without keeping the reason. */
export function connectionSession(connection: QueryRunner): Session {
  let client: ClientBase | undefined;
  return clientSession(async () => {
    if (connection.isReleased) throw new ConnectionFailed(lossOf(client) ?? 'The connection was released');
    client = (await connection.connect()) as ClientBase;
    noteLoss(client);
    return client;
  });
}

/** Why a client's connection was lost; listened for once per client, however many sessions come to use it. */
const losses = new WeakMap<ClientBase, { error?: Error }>();

function noteLoss(client: ClientBase): void {
  if (losses.has(client)) return;
  const loss: { error?: Error } = {};
  losses.set(client, loss);
  client.on('error', (error) => (loss.error ??= error));
}

function lossOf(client: ClientBase | undefined): Error | undefined {
  return client && losses.get(client)?.error;
}

/** When all is answered that a client was asked so far. */
const turns = new WeakMap<ClientBase, Promise<unknown>>();

/**
 * Asks when everything is answered that the client was asked before: whoever works on a connection shares it with those who say that it is
 * there, and look whether it is. The driver's own line of queries is going to be removed.
 */
export function inTurn<Answer>(client: ClientBase, ask: () => Promise<Answer>): Promise<Answer> {
  const answer = turns.get(client)?.then(ask) ?? ask();
  const over = () => undefined;
  turns.set(client, answer.then(over, over));
  return answer;
}

/**
 * One connection: a statement with parameters is planned once per connection and named; one without may be several, and
 * answers with the rows of the last.
 */
export function clientSession(clientOf: () => Promise<ClientBase>): Session {
  let client: ClientBase | undefined;
  return {
    busy: () => (client as unknown as Inside | undefined)?.readyForQuery === false,
    async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
      const own = (client = await clientOf());
      try {
        const answer = await inTurn(own, () =>
          parameters.length === 0
            ? own.query<Result>(sql)
            : own.query<Result>({ ...named(sql), text: sql, values: [...parameters] }),
        );
        return lastOf(answer).rows;
      } catch (error) {
        throw error instanceof DatabaseError ? error : new ConnectionFailed(error);
      }
    },
  };
}

/** A query of several statements is answered with a list, though its type does not say so. */
function lastOf<Answer>(answer: Answer | Answer[]): Answer {
  return Array.isArray(answer) ? (answer.at(-1) as Answer) : answer;
}

/** Plans are kept by the server for as long as the connection lives: so many and no more. */
const MOST_NAMES = 300;
const names = new Map<string, string>();

function named(sql: string): { readonly name?: string } {
  const known = names.get(sql);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST_NAMES) return {};
  const name = `read_store_${names.size + 1}`;
  names.set(sql, name);
  return { name };
}
