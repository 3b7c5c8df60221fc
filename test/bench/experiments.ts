import { appends } from './families/append';
import { bulkImport, surveys } from './families/bulk';
import { realCatchUp, simpleCatchUp } from './families/catch-up';
import { commands } from './families/command';
import { growth } from './families/growth';
import { http } from './families/http';
import { lag } from './families/lag';
import { machineLimits } from './families/machine';
import { rankingQueries } from './families/ranking';
import { readsWhileRebuilding } from './families/reads-while-rebuilding';
import { rebuild, rebuildGrowth } from './families/rebuild';
import { unitYear } from './families/unit-year';
import { viewing } from './families/viewing';
import type { Experiment } from './harness/bench';

/** Everything that can be run, in the order in which it is. */
export const experiments: readonly Experiment[] = [
  machineLimits,
  ...appends,
  commands,
  bulkImport,
  surveys,
  simpleCatchUp,
  realCatchUp,
  lag,
  rebuild,
  rebuildGrowth,
  readsWhileRebuilding,
  growth,
  rankingQueries,
  unitYear,
  http,
  viewing,
];
