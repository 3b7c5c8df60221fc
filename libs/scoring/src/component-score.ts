import { Rational } from '@app/kernel';
import type { Component } from '@app/ruleset';
import type { AppraisalFacts, ComponentFacts, Stated, UnitYearFacts } from './facts';
import { scoreCasework } from './casework-score';
import { scoreCouncil } from './council-score';
import { notApplicable } from './not-applicable';
import { scoreRuling } from './ruling-score';
import type { ComponentFinding, ComponentScore } from './score-sheet';
import { entry, isOlder } from './stated';
import { scoreSurvey } from './survey-score';
import { sentence, spoken } from './vietnamese';

/**
 * The points of one component: survey answers and counted cases are scored by the rule, everything else by the appraiser's points, above
 * which stand the council's, and above those the points of a decision on an upheld case.
 * Without an appraisal the component is missing, never 0.
 */
export function scoreComponent(component: Component, facts: UnitYearFacts): ComponentScore {
  const known = sinceDeclared(entry(facts.components, component.code) ?? {});
  const finding = findingOf(component, known, facts);
  const selfPoints = known.self?.points ?? null;
  return {
    code: component.code,
    part: component.part,
    state: finding.state,
    points: finding.points,
    eventIds: finding.eventIds,
    reasonOf: finding.reasonOf,
    max: finding.state === 'not-applicable' ? Rational.zero : Rational.of(component.max),
    selfPoints: selfPoints === null ? null : Rational.of(selfPoints),
  };
}

/** A new declaration takes back what was said of the one before: it must be looked at again. */
function sinceDeclared({ self, appraisal, council, ruling }: ComponentFacts): ComponentFacts {
  const still = <Word extends Stated>(word: Word | undefined) =>
    word === undefined || isOlder(word, self) ? undefined : word;
  return { self, appraisal: still(appraisal), council: still(council), ruling: still(ruling) };
}

function findingOf(component: Component, known: ComponentFacts, facts: UnitYearFacts): ComponentFinding {
  const { rule } = component;
  if (rule.kind === 'deduction' && rule.counts.from === 'casework') {
    return outweighing(scoreCasework(component, rule.counts, facts.cases), known, 'số vụ việc');
  }
  if (rule.kind !== 'survey') return appraised(component, known);
  const counted = scoreSurvey(component, rule, facts.batches);
  if (counted.state !== 'missing') return outweighing(counted, known, 'kết quả điều tra');
  return known.appraisal === undefined ? counted : inPlaceOf(counted, appraised(component, known));
}

/** What the system counts stands above points by hand; the reason says so where an appraiser gave some all the same. */
function outweighing(counted: ComponentFinding, { appraisal }: ComponentFacts, source: string): ComponentFinding {
  if (appraisal === undefined) return counted;
  const reasonOf = (): string => {
    const given = appraisal.points === null ? 'không áp dụng' : `${spoken(Rational.of(appraisal.points))} điểm`;
    const other = `tính theo ${source}, kết quả thẩm định vòng ${appraisal.round} (${given}) không được tính`;
    return `${withoutStop(counted.reasonOf())}; ${other}.`;
  };
  return {
    ...counted,
    reasonOf,
    eventIds: [...counted.eventIds, appraisal.eventId],
  };
}

/** The appraiser's points end a shortage of answers: the answers that there are gave way. */
function inPlaceOf({ eventIds }: ComponentFinding, given: ComponentFinding): ComponentFinding {
  const reasonOf = (): string =>
    `${withoutStop(given.reasonOf())}; tính theo thẩm định vì điều tra xã hội học chưa đủ câu trả lời hợp lệ.`;
  return { ...given, reasonOf, eventIds: [...given.eventIds, ...eventIds] };
}

function withoutStop(reason: string): string {
  return reason.replace(/\.$/, '');
}

function appraised(component: Component, known: ComponentFacts): ComponentFinding {
  const { self, appraisal, council, ruling } = known;
  const eventIds = [self, appraisal, council, ruling].flatMap((fact) => fact?.eventId ?? []);
  if (ruling !== undefined) return { ...scoreRuling(component, ruling, known), eventIds };
  if (council !== undefined) return { ...scoreCouncil(component, council, known), eventIds };
  if (appraisal === undefined) {
    return { state: 'missing', points: null, eventIds, reasonOf: () => notYetAppraised(known) };
  }
  if (appraisal.points === null) {
    return { ...notApplicable(component, `Thẩm định vòng ${appraisal.round} chấp nhận không áp dụng`), eventIds };
  }
  const points = Rational.of(appraisal.points);
  return { state: 'scored', points, eventIds, reasonOf: () => pointsReason(appraisal, points, known) };
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
