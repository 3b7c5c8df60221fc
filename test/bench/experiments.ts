import { appends } from './families/append';
import { bulkImport, surveys } from './families/bulk';
import { realCatchUp, simpleCatchUp } from './families/catch-up';
import { commands } from './families/command';
import type { Experiment } from './harness/bench';

/** Everything that can be run, in the order in which it is. */
export const experiments: readonly Experiment[] = [
  ...appends,
  commands,
  bulkImport,
  surveys,
  simpleCatchUp,
  realCatchUp,
];
