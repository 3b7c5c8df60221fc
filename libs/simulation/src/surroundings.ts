import { LogServer } from './log-server';
import type { Nature } from './nature';
import type { Process } from './process';
import type { Rules } from './operator';
import { type Edition, isPoison } from './program';
import { ReadStoreServer, SimulatedReadModels } from './read-store-server';

/** What the engine stands on. As it should be, or with a fault planted in it: see `flaws`. */
export interface Surroundings {
  log(nature: Nature): LogServer;
  readStore(nature: Nature): ReadStoreServer;
  readonly rules: Rules;
  readModels(process: Process, server: ReadStoreServer, edition: Edition): SimulatedReadModels;
}

export const sound: Surroundings = {
  log: (nature) => new LogServer(nature),
  readStore: (nature) => new ReadStoreServer(nature),
  rules: { mayShow: (holds, seen) => holds >= seen, goOnBehind: (loaded) => loaded },
  readModels: (process, server, edition) =>
    new SimulatedReadModels(process, server, (event) => isPoison(edition, event)),
};
