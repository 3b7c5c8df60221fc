export {
  type AppraisalFacts,
  type BatchFacts,
  type CaseFacts,
  type ComponentFacts,
  type CouncilFacts,
  initialFacts,
  type Phase,
  type RulingFacts,
  type ScoreEvent,
  type SelfFacts,
  type Stated,
  type UnitYearFacts,
} from './facts';
export { evolveFacts } from './evolve-facts';
export { decidingValue, standingOf } from './standing';
export { type ScoredFacts, scoreUnitYear } from './score-unit-year';
export { unitOfStream } from './unit-of-stream';
export { isThereAtYearEnd } from './year-end';
export { sentence, spokenPoints } from './vietnamese';
export { percentileOf } from './percentile';
export { rankBlock, rewardQuota } from './rank';
export type { ComponentScore, Ranked, ScoreSheet, Standing, Subtotal } from './score-sheet';
export { consequencesOf } from './consequences';
export type { ConsequenceInput, Flag, FlagKind, Reading, Tenure, YearResult } from './consequence-types';
export { changeBetween, type ComparableResult, type YearChange } from './year-change';
