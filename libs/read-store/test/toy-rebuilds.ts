import { type HistoryEvent, logOf, ToyProcesses } from '@app/testing';
import type { AnyProjection } from '../src/projection';

export const NEVER = new AbortController().signal;
/** So small that rows are written away and read again all the time. */
export const cramped = { pageSize: 20, cacheWeight: 2000 };
/** What comparing says when both tables of the toy projection are the same. */
export const same = { same: true, tables: [{ same: true }, { same: true }] };

/** Processes over a database of each test's own; `running` begins one whose projection holds a whole history. */
export function toyRebuilds() {
  const processes = ToyProcesses.ofEachTest();
  const running = async (history: readonly HistoryEvent[], projection?: AnyProjection) =>
    processes.caughtUp(await logOf(history), projection);
  return { processes, running };
}
