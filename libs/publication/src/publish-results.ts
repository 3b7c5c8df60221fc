import { checkedDate, checkedText, type DataOf, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import { componentsOf, type Ruleset, type RulesetCatalog, type RulesetRef } from '@app/ruleset';
import { scoreUnitYear } from '@app/scoring';
import type { BlockPeriod, BlockYearSnapshot, UnitYearSnapshot } from './block-year';
import { obstaclesOf, type ScoredUnit } from './obstacles';
import { BlockHasNoMembers, BlockIsNotAssessed, DecisionIsNotSigned } from './publication.errors';
import { MembersAreAssessedElsewhere, PublisherAppraised } from './publication.errors';
import { ResultsAreNotReady, ResultsAreTooLarge, YearIsNotOpen } from './publication.errors';
import { type PublicationEvent, resultsPublished } from './publication.events';
import { nameOn, publishedUnits } from './published-units';
import { demandUnrecorded, type Results } from './results';
import { type DigestedResults, resultsDigest } from './results-digest';

/** The decision (quyết định) by which the results become official. */
export type Decision = DataOf<typeof resultsPublished>['decision'];

/** Bytes of results at most: an append of the log takes 1,000,000 with its metadata. */
const MAX_RESULT_BYTES = 980_000;

/**
 * Publishes the official results of a block's year as one fact: scored from the log as it stood at one position, ranked, classed,
 * digested. The same snapshot always gives the same results. Refused with every reason while any unit is unfinished, for anybody who
 * appraised one of the units, and when results are on record.
 */
export function publishResults(
  state: Results,
  snapshot: BlockYearSnapshot,
  rulesets: Pick<RulesetCatalog, 'get'>,
  decision: Decision,
  publishers: readonly string[],
  now: Instant,
): PublicationEvent[] {
  const { year, blockId } = snapshot;
  demandUnrecorded(state, year, blockId);
  const ref = boundRuleset(snapshot);
  const ruleset = rulesets.get(ref);
  const participants = participantsOf(snapshot);
  demandIndependence(participants, publishers);
  const scored = participants.map((unit) => scoredUnit(unit, ruleset));
  const obstacles = scored.flatMap((each) => obstaclesOf(each, ref, now));
  if (obstacles.length > 0) throw new ResultsAreNotReady(obstacles);
  const signed = checkedDecision(decision, vietnamDate(now));
  const digested = resultsOf(snapshot, ref, ruleset, scored, signed.signedOn);
  demandSize(digested);
  const digest = resultsDigest(digested);
  return [resultsPublished.of({ ...digested, decision: signed, publishedAt: now, digest })];
}

/** The rules that bind the block in the year. Throws YearIsNotOpen, BlockIsNotAssessed. */
export function boundRuleset({
  year,
  blockId,
  period,
}: Pick<BlockYearSnapshot, 'year' | 'blockId' | 'period'>): RulesetRef {
  return assessedPeriod(year, blockId, period).ruleset;
}

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

/** Whoever's file was opened for this block, and members at the end of the year without a file. A file of another block counts there. */
function participantsOf({ year, blockId, units }: BlockYearSnapshot): readonly UnitYearSnapshot[] {
  const participants = units.filter(({ facts, atYearEnd, unreadable }) => {
    if (unreadable !== null) return true;
    return facts.blockId === null ? atYearEnd : facts.blockId === blockId;
  });
  if (participants.length > 0) return participants;
  const elsewhere = units.flatMap(({ unitId, facts, atYearEnd }) =>
    atYearEnd && facts.blockId !== null ? [{ unitId, blockId: facts.blockId }] : [],
  );
  if (elsewhere.length > 0) throw new MembersAreAssessedElsewhere(year, blockId, elsewhere);
  throw new BlockHasNoMembers(year, blockId);
}

function demandIndependence(units: readonly UnitYearSnapshot[], publishers: readonly string[]): void {
  for (const { unitId, appraisers } of units) {
    const account = publishers.find((publisher) => appraisers.includes(publisher));
    if (account !== undefined) throw new PublisherAppraised(account, unitId);
  }
}

/** Only a finished appraisal is scored. A unit whose events make no score is an obstacle, not a crash of the block. */
function scoredUnit(unit: UnitYearSnapshot, ruleset: Ruleset): ScoredUnit {
  const { facts, unreadable } = unit;
  if (unreadable !== null || facts.phase !== 'appraised') return { unit, sheet: null, fault: unreadable };
  try {
    return { unit, sheet: scoreUnitYear(facts, ruleset), fault: null };
  } catch (error) {
    return { unit, sheet: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

function checkedDecision({ number, signedOn, signer }: Decision, today: LocalDate): Decision {
  if (checkedDate('Ngày ký', signedOn) > today) throw new DecisionIsNotSigned(signedOn, today);
  return { number: checkedText('Số quyết định', number, 100), signedOn, signer: checkedText('Người ký', signer, 200) };
}

function resultsOf(
  { year, blockId, blockName, logPosition }: BlockYearSnapshot,
  ref: RulesetRef,
  ruleset: Ruleset,
  scored: readonly ScoredUnit[],
  signedOn: LocalDate,
): DigestedResults {
  const units = publishedUnits(scored, ruleset, signedOn);
  const ranked = new Set(units.map(({ unitId }) => unitId));
  const unranked = scored.filter(({ unit }) => !ranked.has(unit.unitId));
  return {
    year,
    blockId,
    blockName,
    ruleset: ref,
    scheme: ruleset.ranking.scheme,
    decidedBy: ruleset.decidedBy,
    displayPlaces: ruleset.displayPlaces,
    components: componentsOf(ruleset).map(({ code }) => code),
    n: units.length,
    units,
    unranked: unranked.map(({ unit }) => ({
      unitId: unit.unitId,
      unitName: nameOn(unit, signedOn),
      state: unit.facts.phase === 'none' ? 'not-assessed' : 'not-submitted',
    })),
    logPosition: logPosition.toString(),
  };
}

function demandSize(digested: DigestedResults): void {
  const bytes = Buffer.byteLength(JSON.stringify(digested), 'utf8');
  if (bytes > MAX_RESULT_BYTES) throw new ResultsAreTooLarge(bytes, MAX_RESULT_BYTES);
}
