import { OpenAssessment } from '@app/assessment';
import { type CommandContext, nameBased } from '@app/event-store';
import type { BlockPeriod, Candidate } from './block-year';
import { BlockHasNoMembers } from './publication.errors';
import { assessedPeriod } from './assessed-period';

/** Names one block's year. */
export interface BlockYear {
  readonly year: number;
  readonly blockId: string;
}

/**
 * One OpenAssessment for every member of the block at the end of the year, under the year's own rules and deadlines. Their command ids
 * follow from the process's command id: one that was sent before is known again. Throws YearIsNotOpen, BlockIsNotAssessed,
 * BlockHasNoMembers.
 */
export function openingsOf(
  { year, blockId }: BlockYear,
  period: BlockPeriod | null,
  candidates: readonly Candidate[],
  context: CommandContext,
): OpenAssessment[] {
  const { ruleset, submitBy, appraiseBy } = assessedPeriod(year, blockId, period);
  const members = candidates.filter(({ atYearEnd }) => atYearEnd);
  if (members.length === 0) throw new BlockHasNoMembers(year, blockId);
  return members.map(({ unitId }) => {
    const commandId = nameBased(`open-assessment/${year}.${unitId}`, context.commandId);
    const input = { year, unitId, blockId, ruleset, submitBy, appraiseBy };
    return new OpenAssessment(input, { ...context, commandId, causationId: context.commandId });
  });
}
