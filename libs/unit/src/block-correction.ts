import { checkedDate, type DataOf } from '@app/kernel';
import { type Block, demandDefined, membershipsOf } from './block';
import { MembershipsOverlap } from './block.errors';
import { CorrectionChangesNothing, MembershipIsInUse, MembershipNotOnRecord } from './correction.errors';
import { membershipCorrected } from './correction.events';
import { checkedGrounds } from './correction-grounds';
import { collisionOf, partInYear, type Span } from './spans';
import { demandStillThere, type Unit } from './unit';
import type { BlockEvent } from './unit.events';

/** What rests on who belongs to a block in a year, as other streams say: its results, provisional or official, and the unit's own file in it. */
export interface BlockYearInUse {
  readonly year: number;
  /** When the unit belonged to the block as far as those results know; null: there are none. */
  readonly results: readonly Span[] | null;
  readonly file: boolean;
}

/**
 * A membership was recorded with a wrong day, or in the wrong block (`corrected` null; the right one is joined as ever). Not where that
 * would take the unit's days in a year of which results were announced or published away from what those rest on; it may bring them back to it,
 * as a mistake recorded after them is put right. Nor may it take all of them out of a year in which its file stands in this block: nobody
 * would count it any more. `member`: what is known of the unit; `inUse`: the years
 * in which anything rests on the block's members.
 */
export function correctMembership(
  state: Block,
  input: DataOf<typeof membershipCorrected>,
  member: Unit,
  inUse: readonly BlockYearInUse[],
): BlockEvent[] {
  const { blockId, unitId, from } = input;
  demandDefined(state, blockId);
  const known = membershipsOf(state, unitId);
  const wrong = known.find((each) => each.from === from);
  if (wrong === undefined) throw new MembershipNotOnRecord(blockId, unitId, from);
  const others = known.filter((each) => each !== wrong);
  const corrected = input.corrected && checkedMembership(input.corrected);
  if (corrected !== null) {
    demandStillThere(member, unitId, corrected.from);
    const collision = collisionOf(corrected, others);
    if (collision) throw new MembershipsOverlap(...collision);
    if (corrected.from === from && corrected.until === wrong.until) throw new CorrectionChangesNothing();
  }
  const right = corrected === null ? others : [...others, corrected];
  for (const { year, results, file } of inUse) {
    const restedOn = results && [known, results].map((spans) => daysIn(spans, year));
    if (restedOn && !restedOn.includes(daysIn(right, year)))
      throw new MembershipIsInUse(blockId, unitId, year, 'results');
    if (file && daysIn(known, year) !== '' && daysIn(right, year) === '')
      throw new MembershipIsInUse(blockId, unitId, year, 'file');
  }
  return [membershipCorrected.of({ blockId, unitId, from, corrected, ...checkedGrounds(input) })];
}

function checkedMembership({ from, until }: Span): Span {
  return {
    from: checkedDate('Ngày vào Khối', from),
    until: until === null ? null : checkedDate('Ngày rời Khối', until),
  };
}

/** The days in the year on which the unit belongs to the block, as text to compare. */
function daysIn(spans: readonly Span[], year: number): string {
  const parts = spans.flatMap((span) => partInYear(span, year) ?? []);
  return parts
    .map(({ from, until }) => `${from}/${until}`)
    .sort()
    .join(' ');
}
