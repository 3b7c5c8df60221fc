import { LogServer } from './log-server';
import type { Nature, Roughness } from './nature';
import type { Process } from './process';
import type { Habits, Rules } from './operator';
import { type Edition, isPoison } from './program';
import { ReadStoreServer, SimulatedReadModels } from './read-store-server';

/** What the engine stands on. As it should be, or with a fault planted in it: see `flaws`. */
export interface Surroundings {
  log(nature: Nature): LogServer;
  readStore(nature: Nature): ReadStoreServer;
  readonly rules: Rules;
  readonly habits: Habits;
  /** What is so in every one of these worlds, whatever its seed says. */
  readonly roughness: Partial<Roughness>;
  readModels(process: Process, server: ReadStoreServer, edition: Edition): SimulatedReadModels;
}

export const sound: Surroundings = {
  log: (nature) => new LogServer(nature),
  readStore: (nature) => new ReadStoreServer(nature),
  rules: { mayShow: (holds, seen) => holds >= seen, goOnBehind: (loaded) => loaded },
  habits: { jobs: [0, 0, 1, 3], rollBacks: 0.5, restMs: [200, 1_500] },
  roughness: {},
  readModels: (process, server, edition) =>
    new SimulatedReadModels(process, server, (event) => isPoison(edition, event)),
};
