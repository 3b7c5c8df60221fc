import { checkedDate, checkedText, type DataOf, type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { AppraisalIsNotClosed } from './appraisal.errors';
import { entrantAmong } from './appraiser';
import { type Assessment, openedFile, standingPoints } from './assessment';
import { ComponentIsCounted } from './assessment.errors';
import type { AssessmentEvent } from './assessment.events';
import { componentIn, isCounted } from './component-rules';
import {
  CouncilAppraised,
  CouncilEnteredFigures,
  CouncilHasNotMet,
  CouncilTimeIsOver,
  DecisionIsNotCarried,
  OwnUnitDecided,
  PointsAreRuled,
  ResultsAreRecorded,
  VotesAreInvalid,
} from './council.errors';
import { councilDecided } from './council.events';
import { demandSeen, pointsGiven } from './points-change';

/** What the council decided, as its minutes say. `from`: the points that it saw and decides about. */
export interface CouncilDecision extends DataOf<typeof councilDecided> {
  /** True when results of the file's block and year are on record: from then on nothing is decided. They are another stream: the caller asks. */
  readonly resultsRecorded: boolean;
  /** Before which instant the units may object to the provisional results that stand, null: none stand; from the same stream. */
  readonly objectUntil: Instant | null;
}

/** Who enters a decision: the accounts behind the act, the unit they belong to, and who appraised the component. */
export interface CouncilClerk {
  readonly accounts: readonly string[];
  readonly unitId: string | null;
  readonly appraisers: readonly string[];
}

/**
 * The council decides what an appraiser judged, once the appraisal is closed and until results are on record, by more votes for than
 * against [policy: the majority of those who vote; abstentions count for neither]. It may leave the points as they are. Points by a
 * decision on an upheld case stand above it: where there are such, it decides nothing any more. Once the time to object to what was
 * announced is over, the results may be published at any moment: it decides again when they are announced anew (ADR 24).
 */
export function decideByCouncil(
  state: Assessment,
  { year, unitId, ...input }: CouncilDecision,
  ruleset: Ruleset,
  clerk: CouncilClerk,
  now: Instant,
): AssessmentEvent[] {
  demandDecisive(state, input, now);
  const component = componentIn(ruleset, input.component);
  demandIndependent(state, clerk, component.code);
  if (isCounted(component)) throw new ComponentIsCounted(component.code);
  if (state.ruled.has(component.code)) throw new PointsAreRuled(component.code);
  const votes = carried(input.votes);
  const minutes = checkedMinutes(input.minutes, vietnamDate(now));
  const standing = standingPoints(state, component.code);
  const from = demandSeen(component, input.from, standing);
  const to = pointsGiven(component, input.to, standing);
  const reason = checkedText('Lý do của Hội đồng', input.reason);
  return [councilDecided.of({ year, unitId, component: component.code, from, to, minutes, votes, reason })];
}

function demandDecisive(
  state: Assessment,
  { resultsRecorded, objectUntil }: Pick<CouncilDecision, 'resultsRecorded' | 'objectUntil'>,
  now: Instant,
): void {
  openedFile(state);
  if (state.phase !== 'appraised') throw new AppraisalIsNotClosed();
  if (resultsRecorded) throw new ResultsAreRecorded();
  if (objectUntil !== null && now >= objectUntil) throw new CouncilTimeIsOver(objectUntil, now);
}

function demandIndependent(state: Assessment, { accounts, unitId, appraisers }: CouncilClerk, component: string): void {
  if (unitId === openedFile(state).unitId) throw new OwnUnitDecided(unitId);
  const entrant = entrantAmong(accounts, state);
  if (entrant !== undefined) throw new CouncilEnteredFigures(entrant);
  const appraiser = accounts.find((account) => appraisers.includes(account));
  if (appraiser !== undefined) throw new CouncilAppraised(appraiser, component);
}

function carried({ for: inFavour, against, abstained }: CouncilDecision['votes']): CouncilDecision['votes'] {
  const whole = [inFavour, against, abstained].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole) throw new VotesAreInvalid();
  if (inFavour <= against) throw new DecisionIsNotCarried(inFavour, against);
  return { for: inFavour, against, abstained };
}

function checkedMinutes({ number, heldOn }: CouncilDecision['minutes'], today: LocalDate): CouncilDecision['minutes'] {
  if (checkedDate('Ngày họp', heldOn) > today) throw new CouncilHasNotMet(heldOn, today);
  return { number: checkedText('Số biên bản', number, 100), heldOn };
}
