import type { RulesetCatalog, RulesetRef } from '@app/ruleset';
import { isThereAtYearEnd } from '@app/scoring';
import { type Belonging, belongsAtYearEnd, openResults, type Placed, type StandingRow } from './block-year';
import type { BlockYearInputs } from './block-year-inputs';
import type { EditionRow, Since } from './edition';
import { type BlockYearHead, openHead, skippedHead } from './published';

/** What readers see of a block's year. */
export interface BlockYearResults {
  readonly head: BlockYearHead;
  readonly eventId: string | null;
  /** From when what was published, imported or announced counts; null of what was not. */
  readonly since: Since | null;
  readonly results: readonly Placed[];
}

/** An edition as readers see it. */
export function editionResults({ head, event_id, position, recorded_at, results }: EditionRow): BlockYearResults {
  return { head, eventId: event_id, since: { position, at: recorded_at }, results };
}

/** What was published, imported or announced stands above what the files say so far. */
export function blockYearResults(
  year: number,
  blockId: string,
  inputs: BlockYearInputs,
  rulesets: Pick<RulesetCatalog, 'get'>,
): BlockYearResults {
  const edition = inputs.editionOf(year, blockId);
  if (edition) return editionResults(edition);
  return filesResults(
    inputs.periodOf(year, blockId) ?? NOTHING_LAID_DOWN,
    inputs.standingsOf(year, blockId),
    belonging(year, blockId, inputs),
    rulesets,
  );
}

/** Whoever has a file here was a member: it tells who of them has ended. */
function belonging(year: number, blockId: string, inputs: BlockYearInputs): Belonging {
  const all = inputs.membersOf(blockId);
  const there = all.filter(({ dissolved_on }) => isThereAtYearEnd(dissolved_on, year));
  const members = there.filter(({ spans }) => belongsAtYearEnd(spans, year));
  const gone = all.filter((member) => !there.includes(member));
  return { members: members.map(({ unit_id }) => unit_id), ended: new Set(gone.map(({ unit_id }) => unit_id)) };
}

/** What was laid down for a block's year: the rules, or why it is skipped. */
export interface LaidDown {
  readonly ruleset: RulesetRef | null;
  readonly skipped: string | null;
}

export const NOTHING_LAID_DOWN: LaidDown = { ruleset: null, skipped: null };

/** What the files say so far. */
export function filesResults(
  { ruleset: bound, skipped }: LaidDown,
  standings: readonly StandingRow[],
  belonging: Belonging,
  rulesets: Pick<RulesetCatalog, 'get'>,
): BlockYearResults {
  if (skipped !== null) return { head: skippedHead(skipped), eventId: null, since: null, results: [] };
  const ruleset = bound ?? standings[0]?.ruleset ?? null;
  const rule = ruleset === null ? ({ scheme: 'competition' } as const) : rulesets.get(ruleset).ranking;
  const results = openResults(standings, belonging, rule);
  const n = results.filter(({ rank }) => rank !== null).length;
  return { head: openHead(ruleset, rule.scheme, n), eventId: null, since: null, results };
}
