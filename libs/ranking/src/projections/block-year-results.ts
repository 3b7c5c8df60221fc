import type { RulesetCatalog } from '@app/ruleset';
import { belongsAtYearEnd, isThereAtYearEnd, type Placed, provisionalResults } from './block-year';
import type { BlockYearInputs } from './block-year-inputs';
import { type BlockYearHead, openHead, skippedHead } from './published';

/** What readers see of a block's year. */
export interface BlockYearResults {
  readonly head: BlockYearHead;
  readonly eventId: string | null;
  readonly results: readonly Placed[];
}

/** Published results stand above imported ones, and these above what the files say so far. */
export function blockYearResults(
  year: number,
  blockId: string,
  inputs: BlockYearInputs,
  rulesets: Pick<RulesetCatalog, 'get'>,
): BlockYearResults {
  const published = inputs.publicationOf(year, blockId);
  if (published) return { head: published.head, eventId: published.event_id, results: published.results };
  const period = inputs.periodOf(year, blockId);
  if (period?.skipped != null) return { head: skippedHead(period.skipped), eventId: null, results: [] };
  const standings = inputs.standingsOf(year, blockId);
  const ruleset = period?.ruleset ?? standings[0]?.ruleset ?? null;
  const rule = ruleset === null ? ({ scheme: 'competition' } as const) : rulesets.get(ruleset).ranking;
  const members = inputs
    .membersOf(blockId)
    .filter(({ spans, dissolved_on }) => belongsAtYearEnd(spans, year) && isThereAtYearEnd(dissolved_on, year));
  const results = provisionalResults(
    standings,
    members.map(({ unit_id }) => unit_id),
    rule,
  );
  const n = results.filter(({ rank }) => rank !== null).length;
  return { head: openHead(ruleset, rule.scheme, n), eventId: null, results };
}
