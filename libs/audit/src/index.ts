export { AuditModule } from './audit.module';
export { LogAsOf } from './log-as-of';
export { type BlockYearAsOf, type FileAsOf, GetBlockYearAsOf } from './queries/get-block-year-as-of.query';
export { GetUnitYearAsOf, type UnitYearAsOf } from './queries/get-unit-year-as-of.query';
