export { NationIds } from './ids';
export { eventsInLog } from './in-log';
export { countEvents, nationAppends } from './nation';
export { type NationPlan, nationPlan, PlanOutOfRange, planOfAbout, wholeNation } from './nation-plan';
export type { NationAppend } from './recorder';
