import { ForgetfulLog, GappyLog, HastyLog, SplittingLog, TearingLog, UnguardedLog, UnsyncedLog } from './log-flaws';
import type { LogServer } from './log-server';
import type { Nature } from './nature';
import { isPoison } from './program';
import { CheckpointFirst, CheckpointLast, modelsOf, TwoDisks, Unfenced, Unparked, Unsaved } from './read-flaws';
import type { SimulatedModel } from './read-store-server';
import { sound, type Surroundings } from './surroundings';

const logIs = (Log: new (nature: Nature) => LogServer): Surroundings => ({
  ...sound,
  log: (nature) => new Log(nature),
});

function modelIs(Model: typeof SimulatedModel): Surroundings {
  const Models = modelsOf(Model);
  return {
    ...sound,
    readModels: (process, server, edition) => new Models(process, server, (event) => isPoison(edition, event)),
  };
}

/** Faults that can be planted in what the engine stands on; the simulation must find every one. */
export const flaws: Readonly<Record<string, Surroundings>> = {
  'the log acknowledges what is not on the disk': logIs(UnsyncedLog),
  'the log does not check the expected revision': logIs(UnguardedLog),
  'the log acknowledges before it commits': logIs(HastyLog),
  'the log tears an append apart': logIs(TearingLog),
  'the log gives half an append': logIs(SplittingLog),
  'readers pass over an append that commits late': logIs(GappyLog),
  'repeated commands are taken for new ones': logIs(ForgetfulLog),
  'the checkpoint is moved before the rows, by itself': modelIs(CheckpointFirst),
  'the checkpoint is moved after the rows, by itself': modelIs(CheckpointLast),
  'a crash takes rows back and no checkpoint': { ...sound, readStore: (nature) => new TwoDisks(nature) },
  'runners have neither lock nor fence': modelIs(Unfenced),
  'a failed attempt is not rolled back': modelIs(Unsaved),
  'waiting events are not recorded': modelIs(Unparked),
};
