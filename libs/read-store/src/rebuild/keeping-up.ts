import { pause } from '@app/event-store';
import { Crew } from '../crew';
import type { Generation } from '../generations';
import { leastPosition } from '../positions';
import { PostgresReadModels } from '../postgres-read-models';
import type { AnyProjection } from '../projection';
import { type Session, sessionOf } from '../session';
import { RUNNER_DEFAULTS } from '../sole-runner';
import { SCHEMA } from '../table-sql';
import type { RebuildParts } from './rebuild';
import { RebuildCancelled } from './rebuild-errors';
import { Standstill } from './standstill';

/**
 * Runs `work` while these generations are kept up with the log, by whichever process already does it, else by this one; first waits
 * until each holds what the log holds now. Throws RebuildRefused when one of them stands still meanwhile, RebuildCancelled when it goes.
 */
export async function keepingUp<Result>(
  parts: RebuildParts,
  projection: AnyProjection,
  generations: readonly Generation[],
  signal: AbortSignal,
  onProgress: (slowest: bigint, target: bigint) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  // What a program of another version fills, only that program can keep up.
  const own = generations.filter(({ version }) => version === projection.version);
  const readModels = new PostgresReadModels(parts.dataSource);
  const crew = new Crew(parts.dataSource, { ...parts, readModels }, RUNNER_DEFAULTS, either);
  const tasks = own.map((generation) => ({ projection, generation }));
  try {
    const target = (await parts.store.head()) ?? 0n;
    const session = sessionOf(parts.dataSource);
    const standstill = new Standstill(session);
    for (;;) {
      signal.throwIfAborted();
      if (crew.failure) throw crew.failure;
      await crew.keepUp(tasks);
      const slowest = await slowestOf(own, (one) => positionOf(session, one));
      onProgress(slowest?.position ?? target, target);
      if (slowest === undefined || slowest.position >= target) break;
      await standstill.check(slowest.generation, slowest.position, target);
      await pause(50, signal);
    }
    return await work();
  } finally {
    done.abort();
    await crew.ended();
  }
}

async function slowestOf(
  generations: readonly Generation[],
  positionOf: (generation: Generation) => Promise<bigint>,
): Promise<{ readonly generation: Generation; readonly position: bigint } | undefined> {
  let slowest: { readonly generation: Generation; readonly position: bigint } | undefined;
  for (const generation of generations) {
    const position = await positionOf(generation);
    if (slowest === undefined || position < slowest.position) slowest = { generation, position };
  }
  return slowest;
}

/** What a generation holds, from 0. Throws RebuildCancelled when it is no more. */
async function positionOf(session: Session, generation: Generation): Promise<bigint> {
  const position = await leastPosition(session, generation);
  if (position !== undefined) return position;
  const rows = await session.query(
    `SELECT FROM ${SCHEMA}.checkpoint WHERE projection = $1 AND generation = $2 LIMIT 1`,
    [generation.projection, generation.generation],
  );
  if (rows.length === 0) throw new RebuildCancelled(generation.projection);
  return 0n;
}
