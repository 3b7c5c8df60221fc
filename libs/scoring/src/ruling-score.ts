import { Rational } from '@app/kernel';
import type { Component } from '@app/ruleset';
import type { ComponentFacts, RulingFacts } from './facts';
import { notApplicable } from './not-applicable';
import type { ComponentFinding } from './score-sheet';
import { sentence, spoken, spokenDate } from './vietnamese';

/** The points of a decision on an upheld case; the reason names the case, the decision, and what had been appraised. */
export function scoreRuling(
  component: Component,
  ruling: RulingFacts,
  { appraisal }: ComponentFacts,
): Omit<ComponentFinding, 'eventIds'> {
  const by = `Quyết định ${ruling.decision.number} ngày ${spokenDate(ruling.decision.signedOn)} về ${caseOf(ruling)}`;
  if (ruling.points === null) return notApplicable(component, `${by} chấp nhận không áp dụng`);
  const points = Rational.of(ruling.points);
  const before = appraisal === undefined ? 'chưa thẩm định' : `thẩm định vòng ${appraisal.round} ${given(appraisal)}`;
  return {
    state: 'scored',
    points,
    reasonOf: () => sentence(`${by} cho ${spoken(points)} điểm (${before}): ${ruling.reason}`),
  };
}

function caseOf({ case: { kind, caseId } }: RulingFacts): string {
  return `${kind === 'complaint' ? 'khiếu nại' : 'kiến nghị'} ${caseId}`;
}

function given({ points }: NonNullable<ComponentFacts['appraisal']>): string {
  return points === null ? 'không áp dụng' : `cho ${spoken(Rational.of(points))} điểm`;
}
