import { logEvents, pause, type Position, systemTimers } from '@app/event-store';
import { appendTo, logOf, newEvents, pay, ProjectionLab, toyProjection, toySchemas } from '@app/testing';
import { Crew } from './crew';
import type { Generation } from './generations';
import { PostgresReadModels } from './postgres-read-models';
import { RUNNER_DEFAULTS } from './sole-runner';

const LONGEST_MS = 100;

/** A runner at the log's end, every rest that it takes, and what is appended behind it. */
async function atTheEnd() {
  const lab = await ProjectionLab.open(toyProjection(), await logOf([pay('a1', 5)]), [...logEvents, ...toySchemas]);
  const { projection, generation, registry } = lab.scope;
  const stop = new AbortController();
  const rests: number[] = [];
  const timers = {
    ...systemTimers,
    now: () => 0, // No work takes any time.
    pause: (ms: number, signal?: AbortSignal) => {
      if (ms !== RUNNER_DEFAULTS.beatMs) rests.push(ms);
      return systemTimers.pause(ms, signal);
    },
  };
  const parts = { readModels: new PostgresReadModels(lab.dataSource), store: lab.store, registry, timers };
  const options = { ...RUNNER_DEFAULTS, restMs: 1 };
  const crew = new Crew(lab.dataSource, parts, options, stop.signal);
  const keepUp = (state: Generation['state']) => crew.keepUp([{ projection, generation: { ...generation, state } }]);
  await keepUp('live');
  const applied = async (append: () => Promise<Position>): Promise<number | undefined> => {
    const before = rests.length;
    const position = await append();
    while ((await lab.scope.model.checkpoint())?.position !== position) await pause(5);
    while (rests.length === before) await pause(5);
    return rests.at(-1);
  };
  while (rests.length === 0) await pause(5);
  const end = async (): Promise<void> => {
    stop.abort();
    await crew.ended();
    await lab.close();
  };
  return { lab, keepUp, applied, end };
}

it('rests longest where nobody waits for it: behind what is none of its concern, and while no reader sees it', async () => {
  const { lab, keepUp, applied, end } = await atTheEnd();
  try {
    const others = await applied(async () => (await lab.store.append('other-1', 'no-stream', newEvents(1))).position);
    const own = await applied(() => appendTo(lab.store, pay('b1', 7)));
    await keepUp('retired');
    const unseen = await applied(() => appendTo(lab.store, pay('c1', 7)));
    await keepUp('live');
    const seen = await applied(() => appendTo(lab.store, pay('d1', 7)));
    expect({ others, own, unseen, seen }).toEqual({ others: LONGEST_MS, own: 1, unseen: LONGEST_MS, seen: 1 });
  } finally {
    await end();
  }
});
