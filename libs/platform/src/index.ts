export { eventSchemas } from './event-schemas';
export { JsonLogger, type LogLevel } from './json-logger';
export { LedgerModule, type LedgerResources } from './ledger.module';
export { Readiness, type ReadinessReport } from './readiness';
