import { type ConsequenceFlag, GetFlags } from '@app/accountability';
import { GetRanking, ListBlocks, type Ranking } from '@app/ranking';
import { flagLabel, rankingText } from '@app/terminal';
import { QueryBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';

/** Rankings with the proposals that stand for their units. */
export interface RankingReport {
  readonly rankings: readonly (Ranking & { readonly flags: readonly ConsequenceFlag[] })[];
}

/** One year, or of each block the latest that has results; one block, or all. Throws RankingNotFound for a block-year without any. */
export async function rankingReport(
  app: INestApplicationContext,
  wanted: { readonly year?: number | undefined; readonly blockId?: string | undefined } = {},
): Promise<RankingReport> {
  const queries = app.get(QueryBus);
  const rankings: RankingReport['rankings'][number][] = [];
  for (const { year, blockId } of await blockYears(queries, wanted)) {
    const ranking = await queries.execute(new GetRanking({ year, blockId }));
    const { flags } = await queries.execute(new GetFlags({ year, blockId }));
    rankings.push({ ...ranking, flags });
  }
  return { rankings };
}

async function blockYears(
  queries: QueryBus,
  { year, blockId }: { readonly year?: number | undefined; readonly blockId?: string | undefined },
): Promise<{ year: number; blockId: string }[]> {
  if (year !== undefined && blockId !== undefined) return [{ year, blockId }];
  const blocks = await queries.execute(new ListBlocks());
  return blocks
    .filter((block) => blockId === undefined || block.blockId === blockId)
    .flatMap((block) => {
      const years = block.years.filter((one) => year === undefined || one.year === year);
      const latest = years.reduce((last, one) => (one.year > last ? one.year : last), 0);
      return latest === 0 ? [] : [{ year: latest, blockId: block.blockId }];
    });
}

/** The report for a terminal. */
export function rankingReportText({ rankings }: RankingReport): string {
  return rankings.map((ranking) => rankingText(ranking, labelsByUnit(ranking.flags))).join('\n');
}

function labelsByUnit(flags: readonly ConsequenceFlag[]): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const flag of flags) labels.set(flag.unitId, [...(labels.get(flag.unitId) ?? []), flagLabel(flag)]);
  return labels;
}
