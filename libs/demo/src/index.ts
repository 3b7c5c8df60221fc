export { accounts } from './acting';
export { declarationFor } from './declarations';
export { enterDemo } from './enter-demo';
export { DEMO_SEED, type DemoLoad, loadDemo } from './load-demo';
export { demoYears, storyDeputies, storyMergers } from './story';
export { demoBlocks, unitsOf } from './units';
export { LogHoldsOtherData } from './own-log';
export { type Dice, diceFor } from './random';
