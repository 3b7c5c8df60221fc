import { checkedCode, checkedNumber, checkedText, type ExactText, type Instant } from '@app/kernel';
import type { Component, Ruleset } from '@app/ruleset';
import { type Assessment, standingPoints, type UnitYear } from './assessment';
import { ComponentIsCounted } from './assessment.errors';
import { appraisalAdjusted, appraisalConfirmed, type AssessmentEvent } from './assessment.events';
import {
  AlreadyAppraised,
  ComponentIsNotDeclared,
  NotApplicableIsRefused,
  NothingIsAdjusted,
  PointsHaveChanged,
  RoundOutOfOrder,
} from './appraisal.errors';
import { type Appraiser, demandAppraisable, demandDecidable } from './appraiser';
import { componentIn, countsCases, isCounted, pointsWithin } from './component-rules';

/** One component in one appraisal round (from 1). */
export interface ComponentRound extends UnitYear {
  readonly component: string;
  readonly round: number;
}

/** Other points than those that stand. */
export interface Adjustment extends ComponentRound {
  /** The points that the appraiser saw and changes; null: not applicable, or nothing known yet (survey). */
  readonly from: ExactText | null;
  /** Null: the component does not apply. */
  readonly to: ExactText | null;
  readonly reasonCode: string;
  readonly reason: string;
  /** True when it changes what was appraised in the same round already. */
  readonly correction: boolean;
  /** True when results of the file's block and year are on record: from then on nothing is decided. Absent: they are not. */
  readonly resultsRecorded?: boolean;
}

/** The appraiser agrees with the points that stand: the unit's, or those of the round before. Once per component and round. */
export function confirmAppraisal(
  state: Assessment,
  { year, unitId, component: code, round }: ComponentRound,
  ruleset: Ruleset,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  demandAppraisable(state, appraiser, now);
  const component = componentIn(ruleset, code);
  if (isCounted(component)) throw new ComponentIsCounted(code);
  demandRound(state, round);
  if (state.appraised.get(code)?.round === round) throw new AlreadyAppraised(code, round);
  const points = standingPoints(state, code);
  if (points === undefined) throw new ComponentIsNotDeclared(code);
  return [appraisalConfirmed.of({ year, unitId, component: code, round, points })];
}

/**
 * The appraiser gives other points, with a reason code and text, within the limits of the rule. Of two appraisers at once the second is
 * refused: the component is appraised in the round already, or `from` is no longer what stands. A survey component may be given points
 * this way, also after closing and the deadline as long as it has none; they count only while the answers are too few.
 */
export function adjustAppraisal(
  state: Assessment,
  input: Adjustment,
  ruleset: Ruleset,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  const component = componentIn(ruleset, input.component);
  const undecided = isCounted(component) && standingPoints(state, component.code) === undefined;
  if (undecided) demandDecidable(state, appraiser, input.resultsRecorded ?? false);
  else demandAppraisable(state, appraiser, now);
  if (countsCases(component)) throw new ComponentIsCounted(component.code);
  demandRound(state, input.round);
  const { from, to } = changeOf(state, component, input);
  const { year, unitId, round } = input;
  const reasonCode = checkedCode('Mã lý do', input.reasonCode);
  const reason = checkedText('Lý do điều chỉnh', input.reason);
  return [appraisalAdjusted.of({ year, unitId, component: component.code, round, from, to, reasonCode, reason })];
}

function changeOf(state: Assessment, component: Component, input: Adjustment): Pick<Adjustment, 'from' | 'to'> {
  const { code } = component;
  const standing = standingPoints(state, code);
  const from = standing ?? null;
  if (state.appraised.get(code)?.round === input.round && !input.correction)
    throw new AlreadyAppraised(code, input.round);
  if (!samePoints(from, input.from)) throw new PointsHaveChanged(code, input.from, from);
  const to = input.to === null ? notApplicable(component, standing) : pointsWithin(component, input.to);
  if (standing !== undefined && samePoints(standing, to)) throw new NothingIsAdjusted(code);
  return { from, to };
}

/** Rounds go up one by one; the first is 1. */
function demandRound(state: Assessment, round: number): void {
  const reached = round === state.round && round > 0;
  if (!reached && round !== state.round + 1) throw new RoundOutOfOrder(round, state.round);
}

/** Null, where the rule lets the component be left out or has itself left it out. */
export function notApplicable({ code, rule }: Component, standing: ExactText | null | undefined): null {
  if (rule.notApplicable === undefined && standing !== null) throw new NotApplicableIsRefused(code);
  return null;
}

/** Whether two spellings mean the same points; null, which does not apply, is only itself. */
export function samePoints(a: ExactText | null, b: ExactText | null): boolean {
  if (a === null || b === null) return a === b;
  return checkedNumber('Điểm', a).equals(checkedNumber('Điểm', b));
}
