import { Rational } from '@app/kernel';
import { applyRule, type Component } from '@app/ruleset';
import type { AppraisalFacts, ComponentFacts, UnitYearFacts } from './facts';
import { scoreCasework } from './casework-score';
import type { ComponentScore } from './score-sheet';
import { entry } from './stated';
import { scoreSurvey } from './survey-score';
import { sentence, spoken } from './vietnamese';

/** What a way of scoring finds out; the rest of ComponentScore follows from the component. */
export type Finding = Pick<ComponentScore, 'state' | 'points' | 'reason' | 'eventIds'>;

/**
 * The points of one component: survey answers and counted cases are scored by the rule, everything else by the appraiser's points.
 * Without an appraisal the component is missing, never 0.
 */
export function scoreComponent(component: Component, facts: UnitYearFacts): ComponentScore {
  const known: ComponentFacts = entry(facts.components, component.code) ?? {};
  const finding = findingOf(component, known, facts);
  const selfPoints = known.self?.points ?? null;
  return {
    code: component.code,
    part: component.part,
    ...finding,
    max: finding.state === 'not-applicable' ? Rational.zero : Rational.of(component.max),
    selfPoints: selfPoints === null ? null : Rational.of(selfPoints),
  };
}

function findingOf(component: Component, known: ComponentFacts, facts: UnitYearFacts): Finding {
  const { rule } = component;
  if (rule.kind === 'deduction' && rule.counts.from === 'casework') {
    return scoreCasework(component, rule.counts, facts.cases);
  }
  if (rule.kind !== 'survey') return appraised(component, known);
  const counted = scoreSurvey(component, rule, facts.batches);
  return counted.state === 'missing' && known.appraisal ? appraised(component, known) : counted;
}

function appraised(component: Component, known: ComponentFacts): Finding {
  const { self, appraisal } = known;
  const eventIds = [self?.eventId, appraisal?.eventId].filter((id) => id !== undefined);
  if (appraisal === undefined) return { state: 'missing', points: null, reason: notYetAppraised(known), eventIds };
  if (appraisal.points !== null) {
    const points = Rational.of(appraisal.points);
    return { state: 'scored', points, reason: pointsReason(appraisal, points, known), eventIds };
  }
  return { ...notApplicable(component, appraisal), eventIds };
}

/** The appraiser agreed that the component does not apply: by its rule it leaves the maximum, or earns full points. */
function notApplicable(component: Component, appraisal: AppraisalFacts): Omit<Finding, 'eventIds'> {
  const agreed = `Thẩm định vòng ${appraisal.round} chấp nhận không áp dụng`;
  const { notApplicable: meaning } = component.rule;
  const outcome = meaning === undefined ? undefined : applyRule(component, { kind: 'not-applicable' });
  if (outcome?.state === 'scored') {
    return { state: 'scored', points: outcome.points, reason: `${agreed}; theo quy tắc được đủ điểm.` };
  }
  const left = spoken(Rational.of(component.max));
  return { state: 'not-applicable', points: null, reason: `${agreed}; ${left} điểm được rút khỏi điểm tối đa.` };
}

function pointsReason(appraisal: AppraisalFacts, points: Rational, { self }: ComponentFacts): string {
  const round = `Thẩm định vòng ${appraisal.round}`;
  if (appraisal.reason === null) return `${round} đồng ý với điểm tự chấm: ${spoken(points)} điểm.`;
  return sentence(`${round} cho ${spoken(points)} điểm (${selfScore(self)}): ${appraisal.reason}`);
}

function notYetAppraised({ self }: ComponentFacts): string {
  return self === undefined ? 'Chưa thẩm định; đơn vị chưa kê khai.' : `Chưa thẩm định; ${selfScore(self)}.`;
}

function selfScore(self: ComponentFacts['self']): string {
  if (self === undefined) return 'đơn vị chưa kê khai';
  if (self.points === null) return 'đơn vị khai không áp dụng';
  return `đơn vị tự chấm ${spoken(Rational.of(self.points))} điểm`;
}
