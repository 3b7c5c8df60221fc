import { figureWords } from '@app/assessment';
import { accountsOf, type Recorded } from '@app/event-store';
import { assertNever, fold, type Instant, type LocalDate } from '@app/kernel';
import type { PeriodEvent } from '@app/period';
import { evolveFacts, initialFacts, isThereAtYearEnd, type ScoreEvent } from '@app/scoring';
import { block, type BlockEvent, partInYear, standingEvents, type UnitEvent } from '@app/unit';
import type { BlockPeriod, Candidate, DatedCandidate, UnitYearSnapshot } from './block-year';

/** The year as the block sees it; null while it is not open. */
export function blockPeriod(events: readonly Recorded<PeriodEvent>[], blockId: string): BlockPeriod | null {
  let opened: Omit<BlockPeriod, 'skipped'> | null = null;
  let skipped = false;
  for (const { type, data } of events) {
    switch (type) {
      case 'PeriodOpened': {
        const ruleset = data.blocks.find((block) => block.blockId === blockId)?.ruleset ?? null;
        opened = { submitBy: data.submitBy, appraiseBy: data.appraiseBy, ruleset };
        break;
      }
      case 'BlockSkipped':
        skipped ||= data.blockId === blockId;
        break;
      default:
        assertNever(type);
    }
  }
  return opened && { ...opened, skipped };
}

/** The block's name, and every unit that belonged to it on some day of the year, by unit id. */
export function blockMembers(
  events: readonly Recorded<BlockEvent>[],
  year: number,
): { readonly name: string; readonly candidates: readonly Candidate[] } {
  const { name, memberships } = fold(block, events);
  const last = `${year}-12-31`;
  const inYear = memberships.flatMap((one) => {
    const part = partInYear(one, year);
    return part === null ? [] : [{ unitId: one.unitId, until: part.until }];
  });
  const unitIds = [...new Set(inYear.map(({ unitId }) => unitId))].sort();
  const staysOn = (id: string) => inYear.some(({ unitId, until }) => unitId === id && until === last);
  return { name: name ?? '', candidates: unitIds.map((unitId) => ({ unitId, atYearEnd: staysOn(unitId) })) };
}

/** Those that were still there in the year: who ended in it (`ends`: the first day without a unit) does not belong at its end. */
export function stillThere(
  candidates: readonly Candidate[],
  ends: ReadonlyMap<string, LocalDate>,
  year: number,
): readonly DatedCandidate[] {
  return candidates.flatMap((candidate) => {
    const endedOn = ends.get(candidate.unitId) ?? null;
    if (endedOn !== null && endedOn <= `${year}-01-01`) return [];
    return [{ ...candidate, endedOn, atYearEnd: candidate.atYearEnd && isThereAtYearEnd(endedOn, year) }];
  });
}

/** The names a unit has had, each from a day on, in the order of the log; none that was withdrawn. */
export function unitNames(events: readonly Recorded<UnitEvent>[]): UnitYearSnapshot['names'] {
  return standingEvents(events).flatMap((event) => {
    if (event.type === 'UnitRegistered') return [{ name: event.data.name, from: event.data.registeredOn }];
    return event.type === 'UnitRenamed' ? [{ name: event.data.name, from: event.data.effectiveOn }] : [];
  });
}

/** What a unit's year is, as far as its three streams say so. */
export type KnownYear = Pick<UnitYearSnapshot, 'facts' | 'submitBy' | 'returned' | 'appraisers' | 'ruledCases'>;

/** What the three streams of a unit's year say: the facts that are scored, the deadline, who appraised, and which cases were ruled on. */
export function unitYear(events: readonly Recorded<ScoreEvent>[], unitId: string, year: number): KnownYear {
  let facts = initialFacts(unitId, year);
  let submitBy: Instant | null = null;
  let returned = false;
  const [appraisers, ruledCases] = [new Set<string>(), new Set<string>()];
  for (const event of events) {
    facts = evolveFacts(facts, event);
    submitBy = submissionEnd(submitBy, event);
    if (event.type === 'SelfAssessmentReturned') returned = true;
    if (event.type === 'SelfAssessmentSubmitted') returned = false;
    if (APPRAISALS.has(event.type)) for (const account of accountsOf(event.metadata)) appraisers.add(account);
    if (event.type === 'PointsRuled') ruledCases.add(event.data.case.caseId);
  }
  return { facts, submitBy, returned, appraisers: [...appraisers], ruledCases: [...ruledCases] };
}

/** Until when the file may still be submitted. Longer time, though it be for some components, leaves no earlier end. */
function submissionEnd(known: Instant | null, { type, data }: Recorded<ScoreEvent>): Instant | null {
  switch (type) {
    case 'AssessmentOpened':
    case 'SelfAssessmentReturned':
      return data.submitBy;
    case 'ExtensionGranted':
      return known !== null && known > data.submitBy ? known : data.submitBy;
    default:
      return known;
  }
}

const APPRAISALS: ReadonlySet<ScoreEvent['type']> = new Set([
  ...figureWords,
  'FieldAppraisalClosed',
  'AppraisalClosed',
  'PointsRuled',
]);
