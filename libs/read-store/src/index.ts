export {
  type AcrossContext,
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
export { Listed, type Sent } from './listed';
export { ask, type Question, textFor } from './ask';
export { type AskOne, askTogether, type ParameterType, questionForEach } from './ask-together';
export { JsonText, KeptAnswers, type Written } from './kept-answers';
export { alone, type OneRow, type Stamped, unlessKept } from './unless-kept';
export {
  CheckpointMoved,
  EventFailed,
  ReadModelBehind,
  ReadModelOfAnotherVersion,
  ReadModelQuarantined,
  TablesChanged,
  UnknownProjection,
} from './errors';
export { cutOver } from './cut-over';
export { createBookkeeping, ensureGeneration, type Generation } from './generations';
export { ProjectionCatalogue } from './projection-catalogue';
export { type EstimatedRebuild, ProjectionHealth, type ReadStoreHealth } from './projection-health';
export type { PartStatus, ProjectionStatus } from './projection-status';
export { type CatchUpProgress, ProjectionHost } from './projection-host';
export { partOf, runnersOf, STAGE } from './parts';
export { ProjectionRunner } from './projection-runner';
export { StageRunner } from './stage-runner';
export { isRefusal, RUNNER_DEFAULTS, type RunnerOptions, type RunnerParts } from './sole-runner';
export { type QuarantinedPartition, QuarantineDesk, type RetryResult } from './quarantine-desk';
export { ReadStoreModule } from './read-store.module';
export { READ_STORE_OPTIONS, type ReadStoreOptions } from './read-store-options';
export { ReadYourWrites } from './read-your-writes';
export { PostgresReadModel } from './postgres-read-model';
export type {
  Advance,
  Cuts,
  HeldPartition,
  LeftGroups,
  Parked,
  PartsStanding,
  ReadModel,
  ReadModels,
  Refused,
  RunnersModel,
  Standing,
  TableChange,
  Waiting,
} from './read-model';
export { momentValues, onRecord, printedMoment } from './moment-sql';
export { textOf } from './table-sql';
export { type Session, sessionOf } from './session';
export {
  Rebuild,
  REBUILD_DEFAULTS,
  type RebuildOptions,
  type RebuildParts,
  type RebuildProgress,
} from './rebuild/rebuild';
export { type Comparison, type RowDifference, type TableComparison } from './rebuild/compare';
export { RebuildBusy, RebuildCancelled, RebuildRefused, RebuildsFailed } from './rebuild/rebuild-errors';
export { RebuildDesk, type Switched } from './rebuild/rebuild-desk';
export { type RebuildPhase, type RebuildState } from './rebuild/rebuild-state';
export { SPARE_HEAP_FLAGS } from './rebuild/spare-heap';
