import {
  checkedCode,
  checkedDate,
  checkedText,
  type DataOf,
  type Instant,
  type LocalDate,
  vietnamDate,
} from '@app/kernel';
import type { Component, Ruleset } from '@app/ruleset';
import { AppraisalIsNotClosed } from './appraisal.errors';
import { entrantAmong } from './appraiser';
import { type Assessment, openedFile, standingPoints } from './assessment';
import { ComponentIsCounted } from './assessment.errors';
import { type AssessmentEvent, pointsRuled } from './assessment.events';
import { componentIn, isCounted } from './component-rules';
import { demandSeen, pointsGiven, samePoints } from './points-change';
import {
  CaseConcernsAnotherComponent,
  CaseIsNotUpheld,
  NothingIsRuled,
  RulerIsInvolved,
  RulingIsNotSigned,
  RulingPrecedesConclusion,
} from './ruling.errors';

/** What was decided: the points seen (`from`) and given (`to`), the case that was upheld, and the decision (quyết định). */
export interface Ruling extends DataOf<typeof pointsRuled> {
  /** How the case that it names ended, as that case's own stream says; null: it has not ended, or there is none. For the caller to ask of the log. */
  readonly conclusion: CaseConclusion | null;
}

/** The end of a case about the unit's year. `component`: the one it was about, null: none in particular. */
export interface CaseConclusion {
  readonly kind: string;
  readonly outcome: string;
  readonly component: string | null;
  readonly closedOn: LocalDate;
}

/** Who records a ruling: the accounts behind the act, the unit they belong to, and which accounts are behind the component's points (`figureWords`). */
export interface Ruler {
  readonly accounts: readonly string[];
  readonly unitId: string | null;
  readonly appraisers: readonly string[];
}

/**
 * A decision on an upheld objection or complaint gives a component other points, after the appraisal closed, also after the results are
 * official (they are corrected then), signed not before the case was concluded; what the council decided is then seen as `from`. Of several upheld cases about one component each
 * gets a ruling of its own, of which the last one counts: it may leave the points that a ruling on another case gave. Within the limits of the rule, by somebody who has had no part in the figure. What the system
 * counts itself is mended where it is counted.
 */
export function rulePoints(
  state: Assessment,
  input: Ruling,
  ruleset: Ruleset,
  ruler: Ruler,
  now: Instant,
): AssessmentEvent[] {
  openedFile(state);
  if (state.phase !== 'appraised') throw new AppraisalIsNotClosed();
  const component = componentIn(ruleset, input.component);
  demandUninvolved(state, ruler); // Before the case is looked at: the unit's own people are not told how cases about it ended.
  const { closedOn } = upheldCase(input);
  const { year, unitId } = input;
  const points = changeOf(state, component, input);
  const { kind, caseId } = input.case;
  return [
    pointsRuled.of({
      year,
      unitId,
      component: component.code,
      ...points,
      case: { kind, caseId: checkedCode('Mã vụ việc', caseId) },
      decision: signedDecision(input.decision, closedOn, now),
      reason: checkedText('Lý do', input.reason),
    }),
  ];
}

function changeOf(state: Assessment, component: Component, input: Ruling): Pick<Ruling, 'from' | 'to'> {
  const { code } = component;
  if (isCounted(component)) throw new ComponentIsCounted(code);
  const standing = standingPoints(state, code);
  const from = demandSeen(component, input.from, standing);
  const to = pointsGiven(component, input.to, standing);
  if (samePoints(from, to) && !isAnotherAnswer(state, code, input.case.caseId)) throw new NothingIsRuled(code);
  return { from, to };
}

/** The points stand by a ruling on another case: that on this one may find them right. */
function isAnotherAnswer({ ruled }: Assessment, component: string, caseId: string): boolean {
  const known = ruled.get(component);
  return known !== undefined && !known.caseIds.includes(caseId);
}

/** How the case ended: as upheld, is what it is said to be, and was about no other component. */
function upheldCase({ case: { kind, caseId }, component, conclusion }: Ruling): CaseConclusion {
  if (conclusion?.kind !== kind || conclusion.outcome !== 'upheld') throw new CaseIsNotUpheld(kind, caseId);
  const { component: concerns } = conclusion;
  if (concerns !== null && concerns !== component) throw new CaseConcernsAnotherComponent(caseId, concerns, component);
  return conclusion;
}

function demandUninvolved(state: Assessment, { accounts, unitId, appraisers }: Ruler): void {
  const own = openedFile(state).unitId;
  if (unitId === own) throw new RulerIsInvolved(own, 'belongs');
  const entrant = entrantAmong(accounts, state);
  if (entrant !== undefined) throw new RulerIsInvolved(entrant, 'entered');
  const appraiser = accounts.find((account) => appraisers.includes(account));
  if (appraiser !== undefined) throw new RulerIsInvolved(appraiser, 'appraised');
}

function signedDecision(
  { number, signedOn, signer }: Ruling['decision'],
  closedOn: LocalDate,
  now: Instant,
): Ruling['decision'] {
  const today = vietnamDate(now);
  if (checkedDate('Ngày ký', signedOn) > today) throw new RulingIsNotSigned(signedOn, today);
  if (signedOn < closedOn) throw new RulingPrecedesConclusion(signedOn, closedOn);
  return { number: checkedText('Số quyết định', number, 100), signedOn, signer: checkedText('Người ký', signer, 200) };
}
