export { AuditModule } from './audit.module';
export { LogAsOf, type WholeMoment } from './log-as-of';
export type { Readable, StreamsThen } from './streams-then';
export { type BlockYearAsOf, type FileAsOf, GetBlockYearAsOf } from './queries/get-block-year-as-of.query';
export { GetUnitYearAsOf, GetUnitYearAsOfHandler, type UnitYearAsOf } from './queries/get-unit-year-as-of.query';
