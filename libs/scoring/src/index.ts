export type { BatchFacts, CaseFacts, ComponentFacts, ScoreEvent, UnitYearFacts } from './facts';
export type { ComponentScore, Ranked, ScoreSheet, Standing, Subtotal } from './score-sheet';
export type { ConsequenceInput, Flag, FlagKind, Tenure, YearResult } from './consequences';
