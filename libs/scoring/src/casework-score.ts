import { Rational } from '@app/kernel';
import { applyRule, type Component, type CountSource } from '@app/ruleset';
import type { CaseFacts } from './facts';
import type { ComponentFinding } from './score-sheet';
import { spoken } from './vietnamese';

type CaseworkSource = Extract<CountSource, { from: 'casework' }>;

const CASE_NAMES: Readonly<Record<CaseworkSource['caseKind'], string>> = {
  feedback: 'phản ánh, kiến nghị',
  complaint: 'khiếu nại',
};

/**
 * Points after a deduction per case about the unit that ended with the outcome; nobody needs to appraise what the system itself counts.
 * Open, rejected and withdrawn cases cost nothing, and neither does what the unit itself objects to or complains of about its score: these are
 * kinds of their own, which no rule counts.
 */
export function scoreCasework(
  component: Component,
  source: CaseworkSource,
  cases: Readonly<Record<string, CaseFacts>>,
): ComponentFinding {
  const counted = Object.values(cases).filter(
    ({ kind, outcome }) => kind === source.caseKind && outcome === source.outcome,
  );
  const outcome = applyRule(component, { kind: 'count', occurrences: counted.length });
  const points = outcome.state === 'scored' ? outcome.points : Rational.zero;
  const eventIds = counted.map(({ eventId }) => eventId).sort();
  return {
    state: 'scored',
    points,
    eventIds,
    reasonOf: () =>
      `${counted.length} vụ ${CASE_NAMES[source.caseKind]} được kết luận là đúng: ${spoken(points)} điểm.`,
  };
}
