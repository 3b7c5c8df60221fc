import { blockTitle } from '@app/terminal';
import type { BlockYears } from '@app/ranking';
import { NotDone } from '../start-up/not-done';

/** A year, a block, both, or neither. */
export interface BlockYearChoice {
  readonly year?: number | undefined;
  readonly blockId?: string | undefined;
}

/**
 * The block-years that a choice means: of each block the year named, else its latest with published results, else its latest that was not skipped, else its latest; and where no year
 * is named, those since then in which it was skipped, else they would look as if nobody had said anything. Throws NotDone, naming what there
 * is, when the block or the year named is not there; answers nothing only when nothing was named.
 */
export function blockYears(
  blocks: readonly BlockYears[],
  { year, blockId }: BlockYearChoice,
): { readonly year: number; readonly blockId: string }[] {
  const chosen = blocks.filter((block) => blockId === undefined || block.blockId === blockId);
  const found = chosen.flatMap(({ blockId: id, years }) => {
    const shown = year ?? latestYear(years);
    const skippedSince = (one: BlockYears['years'][number]): boolean =>
      year === undefined && one.state === 'skipped' && one.year > shown;
    return years
      .filter((one) => one.year === shown || skippedSince(one))
      .map((one) => ({ year: one.year, blockId: id }))
      .sort((a, b) => a.year - b.year);
  });
  if (found.length === 0 && (year !== undefined || blockId !== undefined)) {
    throw new NotDone(whatThereIs(blocks, chosen, { year, blockId }));
  }
  return found;
}

/** An opened year hides the results of the year before no sooner than it has results of its own. */
function latestYear(years: BlockYears['years']): number {
  const settled = years.filter(({ state }) => state === 'official' || state === 'imported');
  const assessed = years.filter(({ state }) => state !== 'skipped');
  const shown = [settled, assessed, years].find(({ length }) => length > 0) ?? [];
  return Math.max(...shown.map(({ year }) => year));
}

function whatThereIs(
  blocks: readonly BlockYears[],
  chosen: readonly BlockYears[],
  { year, blockId }: BlockYearChoice,
): string {
  if (blocks.length === 0) return 'Chưa có Khối nào. Nạp dữ liệu mẫu: par demo';
  if (chosen.length === 0) return `Không có Khối mã “${blockId}”. Các Khối: ${blocks.map(nameOf).join('; ')}.`;
  const where = blockId === undefined ? 'Các Khối' : chosen.map(({ blockName }) => blockTitle(blockName)).join('');
  const years = [...new Set(chosen.flatMap((block) => block.years.map((one) => one.year)))].sort((a, b) => a - b);
  if (years.length === 0) return `${where} chưa có năm đánh giá nào.`;
  return `${where} không có năm ${year}. Các năm có: ${years.join(', ')}.`;
}

function nameOf({ blockId, blockName }: BlockYears): string {
  return `${blockId} (${blockName})`;
}
