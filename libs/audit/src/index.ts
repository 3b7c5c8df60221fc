export { AuditModule } from './audit.module';
export { LogAsOf } from './log-as-of';
export { GetUnitYearAsOf, type UnitYearAsOf } from './queries/get-unit-year-as-of.query';
