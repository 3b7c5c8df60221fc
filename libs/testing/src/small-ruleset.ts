import type { Component, Ruleset } from '@app/ruleset';

const citation = { document: 'Bộ tiêu chí thử', clause: 'mục 1' };

/** An appraised component of 2 points given by hand, where a test says nothing else. */
export function component(code: string, given: Partial<Component> = {}): Component {
  const defaults = { name: `Tiêu chí ${code}`, max: '2', part: 'appraised', rule: { kind: 'manual' } } as const;
  return { code, ...defaults, citation, evidence: 'none', leadAgency: null, examples: [], ...given };
}

/** A ruleset of one field and one criterion over the components, decided by the displayed value; change what the test is about. */
export function smallRuleset(components: readonly Component[], given: Partial<Ruleset> = {}): Ruleset {
  return {
    id: 'small',
    version: 1,
    title: 'Bộ tiêu chí thử',
    sample: true,
    legalBasis: [citation],
    effectiveFrom: '2022-01-01',
    displayPlaces: 2,
    decidedBy: 'displayed',
    fields: [{ code: 'F1', name: 'Lĩnh vực 1', criteria: [{ code: 'C1', name: 'Tiêu chí 1', components }] }],
    bonusCap: '3',
    penaltyCap: '3',
    classScale,
    ranking: { citation, scheme: 'competition', tieBreak: [] },
    consequences: smallConsequenceRules,
    ...given,
  };
}

const classScale: Ruleset['classScale'] = {
  citation,
  classes: [
    { name: 'Xuất sắc', from: '90', grade: 'excellent' },
    { name: 'Tốt', from: '80', grade: 'good' },
    { name: 'Khá', from: '65', grade: 'fair' },
    { name: 'Trung bình', from: '50', grade: 'average' },
    { name: 'Yếu', from: '0', grade: 'weak' },
  ],
};

/** Reward a third from "Tốt" on; (A) two years at "Khá" or lower; (B) "Trung bình" or lower. */
export const smallConsequenceRules: Ruleset['consequences'] = {
  reward: {
    citation: { ...citation, clause: 'mục khen thưởng' },
    atLeast: 'good',
    quota: { numerator: 1, denominator: 3 },
  },
  disciplineA: { citation: { ...citation, clause: 'mục (A)' }, atMost: 'fair', rankDrop: 'this-year' },
  disciplineB: { citation: { ...citation, clause: 'mục (B)' }, grade: 'average', reading: 'or-lower' },
};
