import { applyBatch, type Row, type Session } from '@app/read-store';
import type { ProjectionLab } from './projection-lab';

/** A number from 0 below `sides`. */
export type Dice = (sides: number) => number;

/**
 * Numbers that look like chance and are the same for the same seed, so that a seed that failed fails again. Mulberry32: whole numbers of 32
 * bits throughout, and every state comes up once before any comes again. (In floating point, products lose their last bits, and all seeds
 * run into one short cycle.)
 */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** What went wrong on the way. */
export interface Mishaps {
  /** Statements that failed, or whose success nobody heard of. */
  cut: number;
  /** Checkpoints put back while the rows stayed. */
  putBack: number;
  /** Rows and checkpoint put back together, as from a backup. */
  restored: number;
}

const SETBACKS = 6;

/**
 * Applies the whole log as badly as it may come: each event delivered up to five times in a row, in batches of any size, statements cut
 * off before or after they were carried out, checkpoints put back with and without the rows.
 */
export async function deliverRoughly(lab: ProjectionLab, roll: Dice): Promise<Mishaps> {
  const mishaps: Mishaps = { cut: 0, putBack: 0, restored: 0 };
  const session = failingNowAndThen(lab.scope.session, roll);
  const head = (await lab.store.head()) ?? 0n;
  let backup = await backupOf(lab);
  for (;;) {
    const after = (await lab.scope.model.checkpoint())?.position;
    if (after === head) return mishaps;
    const { events } = await lab.store.page(after, 1 + roll(roll(2) === 0 ? 5 : 60));
    const often = events.flatMap((event) => Array.from({ length: 1 + roll(5) }, () => event));
    try {
      await applyBatch(lab.over(session), { logId: 'log', events: often, after });
    } catch (error) {
      if ((error as Error).message !== CUT) throw error;
      mishaps.cut += 1;
    }
    if (roll(4) === 0) backup = await backupOf(lab);
    if (mishaps.putBack + mishaps.restored >= SETBACKS || roll(3) > 0) continue;
    if (roll(2) === 0) {
      await restore(lab, backup);
      mishaps.restored += 1;
    } else {
      await lab.rollBack(BigInt(roll(Number(after ?? 0n) + 1)) || undefined);
      mishaps.putBack += 1;
    }
  }
}

const CUT = 'cut';

/** A connection that fails at some statements, half of them carried out first; what was not committed is lost. */
function failingNowAndThen(session: Session, roll: Dice): Session {
  const cut = () => Object.assign(new Error(CUT), { driverError: { code: '08006' } });
  return {
    async query<Result extends Row>(sql: string, parameters?: readonly unknown[]) {
      const fails = !/^(BEGIN|ROLLBACK)/.test(sql) && roll(12) === 0;
      if (fails && roll(2) === 0) throw cut();
      const rows = await session.query<Result>(sql, parameters);
      if (fails) throw cut();
      return rows;
    },
  };
}

type Backup = ReadonlyMap<string, string>;

/** Rows and checkpoint of one moment. */
async function backupOf({ scope: { session, projection } }: ProjectionLab): Promise<Backup> {
  const backup = new Map<string, string>();
  for (const table of ['checkpoint', ...Object.keys(projection.tables).map((table) => `${projection.name}_${table}`)]) {
    const [saved] = await session.query<{ rows: string }>(
      `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM read_model.${table} t`,
    );
    backup.set(table, saved?.rows ?? '[]');
  }
  return backup;
}

async function restore({ scope: { session } }: ProjectionLab, backup: Backup): Promise<void> {
  for (const [table, rows] of backup) {
    await session.query(`DELETE FROM read_model.${table}`);
    await session.query(
      `INSERT INTO read_model.${table} SELECT * FROM json_populate_recordset(NULL::read_model.${table}, $1::json)`,
      [rows],
    );
  }
}
