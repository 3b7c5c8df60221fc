export { scorecard } from './projections/score-sheet.projection';
export { scorecardVersion } from './projections/score-sheet.tables';
export type { AboutSheet } from './queries/written-sheet';
export {
  GetUnitScore,
  GetUnitScoreHandler,
  GetWrittenUnitScore,
  GetWrittenUnitScoreHandler,
} from './queries/get-unit-score.query';
export { sheetOfEvents, type UnitYearEvents } from './queries/sheet-of-events';
export type {
  Amount,
  OfficialFigures,
  ProvisionalFigures,
  ResultFigures,
  UnitScore,
  UnitScoreComponent,
  UnitScoreEvent,
  UnitScoreHalt,
  UnitScoreExplanation,
  UnitScoreSubtotal,
} from './queries/unit-score';
export { UnitScoreNotFound } from './scorecard.errors';
export { ScorecardModule } from './scorecard.module';
