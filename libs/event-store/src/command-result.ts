import type { Position } from './recorded-event';

/**
 * What a command answers: where its stream stands after it. A repeated command gets the first answer again. A command that changes
 * nothing answers where the stream stands; revision -1 and position 0 when there is no stream yet.
 */
export interface CommandResult {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}
