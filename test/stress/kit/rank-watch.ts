import { EventRegistry, type EventStore, pause, type Position, type RecordedEvent } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import {
  type AnyProjection,
  applyBatch,
  createBookkeeping,
  ensureGeneration,
  PostgresReadModel,
  type Session,
  sessionOf,
} from '@app/read-store';
import { everySchema, testDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';

/** The ranks of one moment: of each block-year, what its rows come to. */
interface Sample {
  /** Up to where the stage says that it has computed, and where it lets the parts stand together next. */
  readonly computed: Position;
  readonly cut: Position;
  readonly ranks: ReadonlyMap<string, string>;
}

/**
 * Looks at the ranks of a divided read model while it is kept up. What must be true at every moment: the ranks of a block-year are those
 * that the log gives up to one position, the stage's last cut or, for what it is computing now, its next one; never ranks of units that
 * stand at different positions.
 */
export class RankWatch {
  readonly samples: Sample[] = [];
  private over = false;
  private readonly looking: Promise<void>;

  constructor(
    private readonly dataSource: DataSource,
    everyMs: number,
  ) {
    this.looking = this.look(everyMs);
    this.looking.catch(() => undefined); // Told by `end`, unless the test has failed before.
  }

  async end(): Promise<void> {
    this.over = true;
    await this.looking;
  }

  /** Those that no position of the log justifies, after an undivided build went through the log from one sampled position to the next. */
  async unjustified(store: EventStore, projection: AnyProjection): Promise<string[]> {
    const positions = new Set(this.samples.flatMap(({ computed, cut }) => [computed, cut]));
    const clean = await ranksAt(
      [...positions].sort((a, b) => Number(a - b)),
      store,
      projection,
    );
    return this.samples.flatMap(({ computed, cut, ranks }) => {
      const allowed = [clean.get(computed), clean.get(cut)];
      const names = new Set([...ranks.keys(), ...(allowed[0]?.keys() ?? [])]);
      const wrong = [...names].filter((name) => !allowed.some((one) => one?.get(name) === ranks.get(name)));
      return wrong.map((name) => `block-year ${name} between ${computed} and ${cut}`);
    });
  }

  private async look(everyMs: number): Promise<void> {
    const connection = this.dataSource.createQueryRunner();
    await connection.connect();
    try {
      while (!this.over) {
        await connection.startTransaction('REPEATABLE READ');
        const [stage] = (await connection.query(
          `SELECT c.position, c.cut, c.generation FROM read_model.checkpoint c JOIN read_model.generation g USING (projection, generation)
           WHERE projection = 'ranking' AND g.state = 'live' AND part = -1 AND c.position IS NOT NULL AND c.cut IS NOT NULL`,
        )) as { position: string; cut: string; generation: number }[];
        if (stage) {
          const ranks = await ranksIn(sessionOf(connection), `read_model.ranking_result__g${stage.generation}`);
          this.samples.push({ computed: BigInt(stage.position), cut: BigInt(stage.cut), ranks });
        }
        await connection.commitTransaction();
        await pause(everyMs);
      }
    } finally {
      await connection.release();
    }
  }
}

async function ranksIn(session: Session, table: string): Promise<Map<string, string>> {
  const rows = await session.query<{ name: string; hash: string }>(
    `SELECT year || ' ' || block_id AS name, md5(string_agg(t::text, ',' ORDER BY unit_id)) AS hash FROM ${table} t GROUP BY 1`,
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** What an undivided build in a database of its own shows at each of these positions. */
async function ranksAt(positions: readonly Position[], store: EventStore, projection: AnyProjection) {
  const database = await testDatabase();
  const dataSource = await appDataSource(database.appUrl).initialize();
  const connection = dataSource.createQueryRunner();
  try {
    const session = sessionOf(connection);
    await createBookkeeping(session);
    const model = new PostgresReadModel(session, projection, await ensureGeneration(session, projection));
    const registry = new EventRegistry(everySchema);
    const found = new Map<Position, Map<string, string>>();
    let after: Position | undefined;
    for (const position of positions) {
      const events = await eventsUpTo(store, after, position);
      await applyBatch({ model, projection, registry }, { logId: 'log', events, after });
      after = events.at(-1)?.position ?? after;
      found.set(position, await ranksIn(session, model.tableOf('result')));
    }
    return found;
  } finally {
    await connection.release();
    await dataSource.destroy();
    await database.drop();
  }
}

async function eventsUpTo(store: EventStore, from: Position | undefined, to: Position): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for (let after = from; after === undefined || after < to;) {
    const { events, atEnd } = await store.page(after, 1000);
    found.push(...events.filter(({ position }) => position <= to));
    after = events.at(-1)?.position ?? after;
    if (atEnd) break;
  }
  return found;
}
