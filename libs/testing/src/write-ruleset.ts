import { type Component, type Ruleset, rulesetRef } from '@app/ruleset';

const citation = { document: 'Bộ tiêu chí mẫu', clause: 'mục 1' };

type Leaf = Pick<Component, 'code' | 'max' | 'rule'> & Partial<Component>;

function leaf(component: Leaf): Component {
  const defaults = { part: 'appraised', citation, evidence: 'none', leadAgency: 'Sở Nội vụ', examples: [] } as const;
  return { ...defaults, name: `Tiêu chí thành phần ${component.code}`, ...component };
}

const appraised = [
  leaf({ code: '1.1.1', max: '1', evidence: 'required', rule: { kind: 'yes-no', yes: '1', no: '0' } }),
  leaf({ code: '1.1.2', max: '2', evidence: 'optional', rule: { kind: 'ratio', zeroDenominator: 'full' } }),
  leaf({ code: '1.1.3', max: '3', rule: { kind: 'manual', notApplicable: 'rebase' } }),
  leaf({ code: '1.1.4', max: '1', rule: { kind: 'ratio', zeroDenominator: 'manual' } }),
  leaf({ code: '1.1.5', max: '1', rule: { kind: 'ratio', zeroDenominator: 'exclude' } }),
];

const weights = { A: '100', B: '50', C: '0' };
const counted = [
  leaf({
    code: '2.1.1',
    max: '2',
    part: 'survey',
    rule: { kind: 'survey', question: 'Q1', weights, minimumAnswers: 2 },
  }),
  leaf({
    code: '2.1.2',
    max: '0',
    part: 'penalty',
    rule: {
      kind: 'deduction',
      start: '0',
      each: '0.5',
      minScore: '-2',
      counts: { from: 'casework', caseKind: 'complaint', outcome: 'upheld' },
    },
  }),
  leaf({ code: '2.1.3', max: '0', part: 'bonus', rule: { kind: 'manual', maxScore: '2' } }),
];

/** A ruleset of eight components, one of each manner that a write rule tells apart; 10 points besides bonus and penalty. */
export const writeRuleset: Ruleset = {
  id: 'mau-nho',
  version: 1,
  title: 'Bộ tiêu chí mẫu thu nhỏ',
  sample: true,
  legalBasis: [citation],
  effectiveFrom: '2022-01-01',
  displayPlaces: 2,
  decidedBy: 'displayed',
  fields: [
    { code: '1', name: 'Lĩnh vực 1', criteria: [{ code: '1.1', name: 'Tiêu chí 1.1', components: appraised }] },
    { code: '2', name: 'Lĩnh vực 2', criteria: [{ code: '2.1', name: 'Tiêu chí 2.1', components: counted }] },
  ],
  bonusCap: '2',
  penaltyCap: '2',
  classScale: {
    citation,
    classes: [
      { name: 'Xuất sắc', from: '90', grade: 'excellent' },
      { name: 'Tốt', from: '80', grade: 'good' },
      { name: 'Khá', from: '65', grade: 'fair' },
      { name: 'Trung bình', from: '50', grade: 'average' },
      { name: 'Yếu', from: '0', grade: 'weak' },
    ],
  },
  ranking: { citation, scheme: 'competition', tieBreak: [] },
  consequences: {
    reward: { citation, atLeast: 'good', quota: { numerator: 1, denominator: 3 } },
    disciplineA: { citation, atMost: 'fair', rankDrop: 'this-year' },
    disciplineB: { citation, grade: 'average', reading: 'or-lower' },
  },
};

/** Names `writeRuleset` down to its bytes. */
export const writeRulesetRef = rulesetRef(writeRuleset);
