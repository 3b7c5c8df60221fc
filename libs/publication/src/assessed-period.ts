import type { RulesetRef } from '@app/ruleset';
import type { BlockPeriod } from './block-year';
import { BlockIsNotAssessed, YearIsNotOpen } from './publication.errors';

/** The year's terms for a block that is assessed in it. Throws YearIsNotOpen, BlockIsNotAssessed. */
export function assessedPeriod(
  year: number,
  blockId: string,
  period: BlockPeriod | null,
): BlockPeriod & { readonly ruleset: RulesetRef } {
  if (period === null) throw new YearIsNotOpen(year);
  const { ruleset, skipped } = period;
  if (skipped) throw new BlockIsNotAssessed(year, blockId, 'Khối được ghi nhận không đánh giá');
  if (ruleset === null) throw new BlockIsNotAssessed(year, blockId, 'kỳ đánh giá không có bộ tiêu chí cho Khối này');
  return { ...period, ruleset };
}
