import type { EventStore } from '@app/event-store';
import { ToyProcesses } from '@app/testing';
import type { DataSource } from 'typeorm';
import type { AnyProjection } from '../src/projection';
import type { ReadStoreOptions } from '../src/read-store-options';

/** Two events at a time, so that even a short history takes several batches. */
const STEP_BY_STEP: ReadStoreOptions = { beatMs: 50, batchSize: 2, countablePositions: true };

/** What begins a process whose projection does not run yet, over a database of each test's own, and what cuts the connections of all. */
export function toyHosts() {
  const processes = ToyProcesses.ofEachTest();
  return {
    aProcess: (store: EventStore, projection?: AnyProjection, options = STEP_BY_STEP) =>
      processes.begin(store, projection, options),
    cutConnections: () => processes.cutConnections(),
  };
}

/** What every account holds, as readers see it. */
export const balances = (dataSource: DataSource) =>
  dataSource.query<{ account: string; balance: string }[]>(
    'SELECT account, balance FROM read_model.toy_account ORDER BY account',
  );
