import { checkedCode, checkedText, type ExactText, type Instant } from '@app/kernel';
import type { Component, Ruleset } from '@app/ruleset';
import { type Assessment, standingPoints, type UnitYear } from './assessment';
import { ComponentIsCounted } from './assessment.errors';
import { appraisalAdjusted, appraisalConfirmed, type AssessmentEvent } from './assessment.events';
import { AlreadyAppraised, ComponentIsNotDeclared, NothingIsAdjusted } from './appraisal.errors';
import { type Appraiser, demandAppraisable, demandDecidable, demandField } from './appraiser';
import { componentIn, countsCases, isCounted } from './component-rules';
import { fieldOf } from './fields';
import { demandSeen, pointsGiven, samePoints } from './points-change';
import { demandOpen, demandRound } from './rounds';
import { endFor } from './term';

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
  /** True when results of the file's block and year are on record: from then on nothing is decided. They are another stream: the caller asks. */
  readonly resultsRecorded: boolean;
}

/** The appraiser agrees with the points that stand: the unit's, or those of the round before. Once per component and round. */
export function confirmAppraisal(
  state: Assessment,
  { year, unitId, component: code, round }: ComponentRound,
  ruleset: Ruleset,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  demandAppraisable(state, appraiser, endFor(state.appraisal, code), now);
  const component = componentIn(ruleset, code);
  const field = fieldOf(ruleset, component);
  demandField(appraiser, field);
  if (isCounted(component)) throw new ComponentIsCounted(code);
  demandOpen(state, field, component, round);
  if (state.appraised.get(code)?.round === round) throw new AlreadyAppraised(code, round);
  const points = standingPoints(state, code);
  if (points === undefined) throw new ComponentIsNotDeclared(code);
  return [appraisalConfirmed.of({ year, unitId, component: code, round, points })];
}

/**
 * The appraiser gives other points, with a reason code and text, within the limits of the rule. Of two appraisers at once the second is
 * refused: the component is appraised in the round already, or `from` is no longer what stands. A survey component may be given points
 * this way, also after closing (of its field, or of the file) and the deadline as long as it has none; they count only while the answers
 * are too few.
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
  if (undecided) demandDecidable(state, appraiser, input.resultsRecorded);
  else demandAppraisable(state, appraiser, endFor(state.appraisal, component.code), now);
  const field = fieldOf(ruleset, component);
  demandField(appraiser, field);
  if (countsCases(component)) throw new ComponentIsCounted(component.code);
  if (undecided) demandRound(state, field, input.round);
  else demandOpen(state, field, component, input.round);
  const { from, to } = changeOf(state, component, input);
  const { year, unitId, round } = input;
  const reasonCode = checkedCode('Mã lý do', input.reasonCode);
  const reason = checkedText('Lý do điều chỉnh', input.reason);
  return [appraisalAdjusted.of({ year, unitId, component: component.code, round, from, to, reasonCode, reason })];
}

function changeOf(state: Assessment, component: Component, input: Adjustment): Pick<Adjustment, 'from' | 'to'> {
  const { code } = component;
  const standing = standingPoints(state, code);
  if (state.appraised.get(code)?.round === input.round && !input.correction)
    throw new AlreadyAppraised(code, input.round);
  const from = demandSeen(component, input.from, standing);
  const to = pointsGiven(component, input.to, standing);
  if (standing !== undefined && samePoints(standing, to)) throw new NothingIsAdjusted(code);
  return { from, to };
}
