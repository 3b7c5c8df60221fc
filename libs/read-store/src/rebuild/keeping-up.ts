import { pause } from '@app/event-store';
import { readCheckpoint } from '../checkpoint';
import type { Generation } from '../generations';
import { PostgresReadModels } from '../postgres-read-models';
import type { AnyProjection } from '../projection';
import { ProjectionRunner } from '../projection-runner';
import { sessionOf } from '../session';
import type { RebuildParts } from './rebuild';
import { Standstill } from './standstill';

/**
 * Runs `work` while these generations are kept up with the log, by whichever process already does it, else by this one; first waits
 * until each holds what the log holds now. Throws RebuildRefused when one of them stands still meanwhile.
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
  let failure: Error | undefined;
  const either = AbortSignal.any([signal, done.signal]);
  // What a program of another version fills, only that program can keep up.
  const own = generations.filter(({ version }) => version === projection.version);
  const readModels = new PostgresReadModels(parts.dataSource);
  const running = own.map((generation) =>
    new ProjectionRunner({ ...parts, readModels }, projection, generation).run(either).catch((error: unknown) => {
      failure = error instanceof Error ? error : new Error(String(error));
    }),
  );
  try {
    const target = (await parts.store.head()) ?? 0n;
    const session = sessionOf(parts.dataSource);
    const standstill = new Standstill(session);
    for (;;) {
      signal.throwIfAborted();
      if (failure) throw failure;
      const slowest = await slowestOf(own, async (one) => (await readCheckpoint(session, one))?.position ?? 0n);
      onProgress(slowest?.position ?? target, target);
      if (slowest === undefined || slowest.position >= target) break;
      await standstill.check(slowest.generation, slowest.position, target);
      await pause(50, signal);
    }
    return await work();
  } finally {
    done.abort();
    await Promise.all(running);
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
