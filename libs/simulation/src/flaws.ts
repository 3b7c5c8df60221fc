import { GroupsTakenFirst, OneCheckpoint, RetiredForgotten, SkippingShare, Uneven } from './generation-flaws';
import { ForgetfulLog, GappyLog, HastyLog, SplittingLog, TearingLog, UnguardedLog, UnsyncedLog } from './log-flaws';
import type { LogServer } from './log-server';
import type { Nature } from './nature';
import type { Rules } from './operator';
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

/** An operator who hardly rests, on a slow line that loses nothing, goes by other rules. */
const rulesAre = (rules: Partial<Rules>, rollBacks: number): Surroundings => ({
  ...sound,
  rules: { ...sound.rules, ...rules },
  habits: { jobs: [30], rollBacks, restMs: [50, 300] },
  roughness: { lostRequests: 0, lostAnswers: 0, slowness: 100 },
});

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
  'the stage computes while its parts stand at different positions': modelIs(Uneven),
  'groups are taken out before they are computed, by themselves': modelIs(GroupsTakenFirst),
  'one part goes by the checkpoint of another': modelIs(OneCheckpoint),
  'a part skips events when another process takes it over': modelIs(SkippingShare),
  'a rebuild misses what is appended while it loads': rulesAre({ goOnBehind: (_, head) => head }, 0),
  'a rebuild is shown before it has caught up': rulesAre({ mayShow: () => true }, 0),
  'readers are led back to what was not kept up': {
    ...rulesAre({ mayShow: (holds, seen, { state }) => state === 'retired' || holds >= seen }, 0.8),
    readStore: (nature) => new RetiredForgotten(nature),
  },
};
