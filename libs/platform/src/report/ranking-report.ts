import { type ConsequenceFlag, GetFlags } from '@app/accountability';
import { GetRanking, ListBlocks, type Ranking } from '@app/ranking';
import { flagLabel, rankingText } from '@app/terminal';
import { QueryBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { type BlockYearChoice, blockYears } from './block-years';

/** Rankings with the proposals that stand for their units. */
export interface RankingReport {
  readonly rankings: readonly (Ranking & { readonly flags: readonly ConsequenceFlag[] })[];
}

/** What `wanted` names, or of each block its latest results. Throws NotDone when it names what is not there. */
export async function rankingReport(
  app: INestApplicationContext,
  wanted: BlockYearChoice = {},
): Promise<RankingReport> {
  const queries = app.get(QueryBus);
  const rankings: RankingReport['rankings'][number][] = [];
  for (const { year, blockId } of blockYears(await queries.execute(new ListBlocks()), wanted)) {
    const ranking = await queries.execute(new GetRanking({ year, blockId }));
    const { flags } = await queries.execute(new GetFlags({ year, blockId }));
    rankings.push({ ...ranking, flags });
  }
  return { rankings };
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
