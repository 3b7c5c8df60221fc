import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Clock, type Instant } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { BlockYearSnapshot } from './block-year';
import { BlockYearReader } from './block-year-reader';
import type { BlockYear } from './open-block-year';
import type { PublicationEvent } from './publication.events';
import { type Results, results, resultsStream } from './results';

/**
 * Decides on the results as they are recorded and on what the log says of the block's year. `actors`: the accounts behind the act. `now`:
 * an instant at which nothing of the block was read yet.
 */
export type DecideOnBlockYear = (
  state: Results,
  snapshot: BlockYearSnapshot,
  actors: readonly string[],
  now: Instant,
) => PublicationEvent[];

/** Runs what is decided on a whole block's year, which takes much reading. */
@Injectable()
export class BlockYearDecision {
  constructor(
    private readonly writePath: WritePath,
    private readonly reader: BlockYearReader,
    private readonly clock: Clock,
  ) {}

  /** A repeat is recognised before the block is read: its first answer stands, whatever became of the block's streams. */
  async execute(blockYear: BlockYear, context: CommandContext, decide: DecideOnBlockYear): Promise<CommandResult> {
    const stream = resultsStream(blockYear.year, blockYear.blockId);
    const first = await this.writePath.answered(stream, context);
    return first ?? this.decided(blockYear, context, decide);
  }

  /** Time is taken before the block is read: a deadline that runs out in between may have let in what was not read. */
  private async decided(
    { year, blockId }: BlockYear,
    context: CommandContext,
    decide: DecideOnBlockYear,
  ): Promise<CommandResult> {
    const before = this.clock.now();
    const snapshot = await this.reader.read(year, blockId);
    return this.writePath.execute(results, resultsStream(year, blockId), context, (state, now) =>
      decide(state, snapshot, accountsOf(context), before < now ? before : now),
    );
  }
}
