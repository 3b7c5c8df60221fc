import { finalInstant } from '@app/event-store';
import type { Instant, LocalDate } from '@app/kernel';
import { componentsOf, type Ruleset, type RulesetCatalog, type RulesetRef } from '@app/ruleset';
import { isThereAtYearEnd, scoreUnitYear } from '@app/scoring';
import { assessedPeriod } from './assessed-period';
import type { BlockYearSnapshot, UnitYearSnapshot } from './block-year';
import { obstaclesOf, type ScoredUnit } from './obstacles';
import {
  BlockHasNoMembers,
  MembersAreAssessedElsewhere,
  NoFileIsOpen,
  PublisherAppraised,
  ResultsAreNotReady,
} from './publication.errors';
import type { ResultsSnapshot } from './publication.events';
import { nameOn, publishedUnits } from './published-units';

/** A block's year in which every unit is finished, or officially without a result. */
export interface ScoredBlock {
  readonly snapshot: BlockYearSnapshot;
  readonly ref: RulesetRef;
  readonly ruleset: Ruleset;
  readonly scored: readonly ScoredUnit[];
}

/**
 * Scores everybody who takes part in the block's year, from the log as it stood at one position. Who ended within the year has a file that
 * is kept, and no place beside its successor (ADR 22). Refused with every reason while any unit
 * is unfinished: neither decided on nor out of time, as far as the log can tell at `now` (ADR 24); where no file is open at all; and for
 * anybody (`actors`) who appraised or ruled on one of the units.
 */
export function scoredBlock(
  snapshot: BlockYearSnapshot,
  rulesets: Pick<RulesetCatalog, 'get'>,
  actors: readonly string[],
  now: Instant,
): ScoredBlock {
  const { ruleset: ref, submitBy } = assessedPeriod(snapshot.year, snapshot.blockId, snapshot.period);
  const ruleset = rulesets.get(ref);
  const participants = participantsOf(snapshot);
  demandFiles(snapshot, participants);
  demandIndependence(participants, actors);
  const scored = participants.map((unit) => scoredUnit(unit, ruleset, snapshot.year));
  const terms = { ruleset: ref, submitBy, final: finalInstant(now) };
  const obstacles = scored.flatMap((each) => obstaclesOf(each, terms));
  if (obstacles.length > 0) throw new ResultsAreNotReady(obstacles);
  return { snapshot, ref, ruleset, scored };
}

/** The block ranked and classed, with every figure; units are named as on a day. The same snapshot always gives the same results. */
export function resultsOf({ snapshot, ref, ruleset, scored }: ScoredBlock, namedOn: LocalDate): ResultsSnapshot {
  const { year, blockId, blockName, logPosition } = snapshot;
  const units = publishedUnits(scored, ruleset, namedOn);
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
      unitName: nameOn(unit, namedOn),
      state: unrankedState(unit, year),
    })),
    logPosition: logPosition.toString(),
  };
}

function unrankedState(
  { facts, endedOn, returned }: UnitYearSnapshot,
  year: number,
): ResultsSnapshot['unranked'][number]['state'] {
  if (!isThereAtYearEnd(endedOn, year)) return 'ended';
  if (facts.phase === 'none') return 'not-assessed';
  return returned ? 'not-resubmitted' : 'not-submitted';
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

/** Of the units that lived through the year at least one has a file, unless there are none of them. */
function demandFiles({ year, blockId }: BlockYearSnapshot, participants: readonly UnitYearSnapshot[]): void {
  const there = participants.filter(({ endedOn }) => isThereAtYearEnd(endedOn, year));
  if (there.length > 0 && there.every(({ facts, unreadable }) => facts.phase === 'none' && unreadable === null))
    throw new NoFileIsOpen(year, blockId, there.length);
}

function demandIndependence(units: readonly UnitYearSnapshot[], publishers: readonly string[]): void {
  for (const { unitId, appraisers } of units) {
    const account = publishers.find((publisher) => appraisers.includes(publisher));
    if (account !== undefined) throw new PublisherAppraised(account, unitId);
  }
}

/** Only a finished appraisal is scored. A unit whose events make no score is an obstacle, not a crash of the block. */
function scoredUnit(unit: UnitYearSnapshot, ruleset: Ruleset, year: number): ScoredUnit {
  const { facts, unreadable, endedOn } = unit;
  const counts = facts.phase === 'appraised' && isThereAtYearEnd(endedOn, year);
  if (unreadable !== null || !counts) return { unit, sheet: null, fault: unreadable };
  try {
    return { unit, sheet: scoreUnitYear(facts, ruleset), fault: null };
  } catch (error) {
    return { unit, sheet: null, fault: error instanceof Error ? error.message : String(error) };
  }
}
