import { Rational } from '@app/kernel';
import type { Component } from '@app/ruleset';
import type { ComponentFacts, RulingFacts } from './facts';
import { notApplicable } from './not-applicable';
import type { ComponentFinding } from './score-sheet';
import { sentence, spoken, spokenDate, spokenPoints } from './vietnamese';

/**
 * The points of a decision on an upheld case; the reason names the decision, the unit's own case, and what had stood before: the council's or the
 * appraiser's. The unit reads it: of a case of others it learns what was decided, not which one it was.
 */
export function scoreRuling(
  component: Component,
  ruling: RulingFacts,
  known: Pick<ComponentFacts, 'appraisal' | 'council'>,
): Omit<ComponentFinding, 'eventIds'> {
  const by = `Quyết định ${ruling.decision.number} ngày ${spokenDate(ruling.decision.signedOn)} về ${caseOf(ruling)}`;
  if (ruling.points === null) return notApplicable(component, `${by} chấp nhận không áp dụng`);
  const points = Rational.of(ruling.points);
  return {
    state: 'scored',
    points,
    reasonOf: () => sentence(`${by} cho ${spoken(points)} điểm (${before(known)}): ${ruling.reason}`),
  };
}

function caseOf({ case: { kind, caseId } }: RulingFacts): string {
  if (kind === 'complaint') return 'khiếu nại được kết luận là đúng';
  return `${kind === 'score-objection' ? 'kiến nghị' : 'khiếu nại'} ${caseId}`;
}

function before({ appraisal, council }: Pick<ComponentFacts, 'appraisal' | 'council'>): string {
  if (council !== undefined) return `Hội đồng thẩm định: ${spokenPoints(council.points)}`;
  return appraisal === undefined
    ? 'chưa thẩm định'
    : `thẩm định vòng ${appraisal.round}: ${spokenPoints(appraisal.points)}`;
}
