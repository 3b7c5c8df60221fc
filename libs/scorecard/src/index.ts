export { scorecard } from './projections/score-sheet.projection';
export type { Amount } from './projections/score-sheet.rows';
export {
  GetUnitScore,
  type UnitScore,
  type UnitScoreComponent,
  type UnitScoreEvent,
  type UnitScoreSubtotal,
} from './queries/get-unit-score.query';
export { UnitScoreNotFound } from './scorecard.errors';
export { ScorecardModule } from './scorecard.module';
