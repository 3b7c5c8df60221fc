export type {
  ColumnType,
  Projection,
  ProjectionWriter,
  Row,
  SettleContext,
  TableDefinition,
  TableWriter,
} from './projection';
