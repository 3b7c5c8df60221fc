export {
  type AnyProjection,
  categoryOf,
  type ColumnType,
  keyOf,
  type Projection,
  type ProjectionWriter,
  type Row,
  type SettleContext,
  type TableDefinition,
  type TableWriter,
} from './projection';
export { applyBatch, type ApplyScope, type Batch, retryPartition } from './batch';
export { readCheckpoint } from './checkpoint';
export {
  CheckpointMoved,
  EventFailed,
  ReadModelBehind,
  ReadModelQuarantined,
  TablesChanged,
  UnknownProjection,
} from './errors';
export { createBookkeeping, cutOver, ensureGeneration, type Generation } from './generations';
export { ProjectionCatalogue } from './projection-catalogue';
export { ProjectionHealth, type ProjectionStatus, type ReadStoreHealth } from './projection-health';
export { type CatchUpProgress, ProjectionHost } from './projection-host';
export {
  isRefusal,
  ProjectionRunner,
  RUNNER_DEFAULTS,
  type RunnerOptions,
  type RunnerParts,
} from './projection-runner';
export { type QuarantinedPartition, QuarantineDesk, type RetryResult } from './quarantine-desk';
export { ReadStoreModule } from './read-store.module';
export { READ_STORE_OPTIONS, type ReadStoreOptions } from './read-store-options';
export { ReadYourWrites } from './read-your-writes';
export { type Session, sessionOf } from './session';
