import { lintRuleset, type Ruleset, sampleRulesets } from '..';
import { changed } from '../../test/changed';

const [sample] = sampleRulesets() as [Ruleset];
const component = (field: number, criterion: number, index: number) =>
  `/fields/${field}/criteria/${criterion}/components/${index}`;
const yesNo = component(0, 0, 0);
const bands = component(0, 0, 1);
const sum = component(0, 2, 0);
const survey = component(7, 0, 0);
const bonus = component(8, 0, 1);
const penalty = component(9, 0, 0);

it.each(sampleRulesets().map((ruleset) => [`${ruleset.id} v${ruleset.version}`, ruleset] as const))(
  'finds nothing to mend in %s',
  (_name, ruleset) => {
    expect(lintRuleset(ruleset)).toEqual([]);
  },
);

/** What is wrong · the check that must find it · the place changed · its new value · the place that the finding names. */
type Planted = readonly [string, string, string, unknown, string];

const inTheRubric: readonly Planted[] = [
  ['a sample that does not say so', 'identity', '/title', 'Bộ tiêu chí', '/title'],
  ['a day that does not exist', 'identity', '/effectiveFrom', '2023-02-29', '/effectiveFrom'],
  ['an official ruleset titled a sample', 'identity', '/sample', false, '/sample'],
  ['no legal basis', 'citations', '/legalBasis', [], '/legalBasis'],
  ['a component without citation', 'citations', `${yesNo}/citation`, undefined, `${yesNo}/citation`],
  ['a blank clause', 'citations', `${yesNo}/citation/clause`, '  ', `${yesNo}/citation`],
  ['a class scale without citation', 'citations', '/classScale/citation', undefined, '/classScale/citation'],
  ['a ranking without citation', 'citations', '/ranking/citation/document', '', '/ranking/citation'],
  [
    'a reward without citation',
    'citations',
    '/consequences/reward/citation',
    undefined,
    '/consequences/reward/citation',
  ],
  [
    'discipline (A) without citation',
    'citations',
    '/consequences/disciplineA/citation',
    undefined,
    '/consequences/disciplineA/citation',
  ],
  [
    'discipline (B) without citation',
    'citations',
    '/consequences/disciplineB/citation',
    undefined,
    '/consequences/disciplineB/citation',
  ],
  ['a code used twice', 'codes', `${bands}/code`, '1.1.1', `${bands}/code`],
  ['a code outside its criterion', 'codes', `${yesNo}/code`, '1.2.9', `${yesNo}/code`],
  ['a code that skips a level', 'codes', `${yesNo}/code`, '1.1.1.1', `${yesNo}/code`],
  ['a malformed code', 'codes', `${yesNo}/code`, '1.1.01', `${yesNo}/code`],
  ['a dotted field code', 'codes', '/fields/0/code', '1.0', '/fields/0/code'],
  ['a decomposed diacritic', 'texts', '/fields/0/name', 'Công tác'.normalize('NFD'), '/fields/0/name'],
  ['a blank at the end of a name', 'texts', `${yesNo}/name`, 'Kế hoạch ', `${yesNo}/name`],
];

const inThePoints: readonly Planted[] = [
  ['a component worth nothing', 'points', `${yesNo}/max`, '0', `${yesNo}/max`],
  ['a ceiling above the maximum', 'points', `${yesNo}/rule/maxScore`, '1.5', `${yesNo}/rule/maxScore`],
  ['a floor above the ceiling', 'points', `${yesNo}/rule/minScore`, '2', `${yesNo}/rule`],
  ['a bonus inside the maximum', 'points', `${bonus}/max`, '1', `${bonus}/max`],
  ['a bonus without a ceiling', 'points', `${bonus}/rule/maxScore`, undefined, `${bonus}/rule`],
  ['a bonus that can cost points', 'points', `${bonus}/rule/minScore`, '-1', `${bonus}/rule/minScore`],
  ['a penalty that can earn points', 'points', `${penalty}/rule/maxScore`, '1', `${penalty}/rule/maxScore`],
  ['a penalty without a floor', 'points', `${penalty}/rule/minScore`, undefined, `${penalty}/rule`],
  ['bonuses without a cap', 'points', '/bonusCap', '0', '/bonusCap'],
  ['penalties without a cap', 'points', '/penaltyCap', '0', '/penaltyCap'],
  ['a cap without bonuses', 'points', '/fields/8', undefined, '/bonusCap'],
  ['bands out of order', 'rules', `${bands}/rule/bands/1/from`, '100', `${bands}/rule/bands/1/from`],
  ['a band beyond the maximum', 'rules', `${bands}/rule/bands/0/points`, '2.6', `${bands}/rule/bands/0/points`],
  ['parts that do not add up', 'rules', `${sum}/rule/parts/0/max`, '0.75', `${sum}/rule/parts`],
  ['a mistake inside a part', 'rules', `${sum}/rule/parts/0/rule/yes`, '9', `${sum}/rule/parts/0/rule/yes`],
  ['a survey weight above 100 %', 'rules', `${survey}/rule/weights/B`, '101', `${survey}/rule/weights/B`],
  ['a question counted twice', 'rules', `${survey}/rule/question`, 'Q2', `${component(7, 0, 1)}/rule/question`],
  ['a survey scored as if appraised', 'rules', `${survey}/part`, 'appraised', `${survey}/part`],
  ['a survey with a lead agency', 'rules', `${survey}/leadAgency`, 'Sở Nội vụ', `${survey}/leadAgency`],
  ['a survey with evidence', 'rules', `${survey}/evidence`, 'required', `${survey}/evidence`],
  ['a component that nobody appraises', 'rules', `${yesNo}/leadAgency`, null, `${yesNo}/leadAgency`],
  ['a component without examples', 'examples', `${yesNo}/examples`, [], `${yesNo}/examples`],
  [
    'an example that is computed otherwise',
    'examples',
    `${yesNo}/examples/0/points`,
    '0.5',
    `${yesNo}/examples/0/points`,
  ],
  [
    'an example that is refused',
    'examples',
    `${yesNo}/examples/0/input`,
    { kind: 'not-applicable' },
    `${yesNo}/examples/0/points`,
  ],
];

const inTheDecisions: readonly Planted[] = [
  [
    'one class only',
    'class-scale',
    '/classScale/classes',
    [{ name: 'Tốt', from: '0', grade: 'good' }],
    '/classScale/classes',
  ],
  ['indexes in no class', 'class-scale', '/classScale/classes/4/from', '10', '/classScale/classes'],
  ['classes out of order', 'class-scale', '/classScale/classes/1/from', '90', '/classScale/classes/1/from'],
  ['grades out of order', 'class-scale', '/classScale/classes/0/grade', 'fair', '/classScale/classes/1/grade'],
  ['a class beyond 100 %', 'class-scale', '/classScale/classes/0/from', '101', '/classScale/classes/0/from'],
  ['two classes of one name', 'class-scale', '/classScale/classes/1/name', 'Xuất sắc', '/classScale/classes/1/name'],
  ['ordinal ranks without tie-breakers', 'decisions', '/ranking/scheme', 'ordinal', '/ranking/tieBreak'],
  ['tie-breakers that are never used', 'decisions', '/ranking/tieBreak', ['exact-index'], '/ranking/tieBreak'],
  ['a quota of more than all', 'decisions', '/consequences/reward/quota/numerator', 4, '/consequences/reward/quota'],
  ['a quota out of nothing', 'decisions', '/consequences/reward/quota/denominator', 0, '/consequences/reward/quota'],
  [
    'discipline for a grade nobody gets',
    'decisions',
    '/classScale/classes/3/grade',
    'weak',
    '/consequences/disciplineB/grade',
  ],
  [
    'reward and discipline for one class',
    'decisions',
    '/consequences/disciplineA/atMost',
    'good',
    '/consequences/reward/atLeast',
  ],
];

describe.each([
  ['rubric', inTheRubric],
  ['points and rules', inThePoints],
  ['decisions', inTheDecisions],
])('in the %s it finds', (_part, planted) => {
  it.each(planted)('%s', (_name, check, pointer, value, path) => {
    const findings = lintRuleset(changed(sample, pointer, value));
    expect(findings).toContainEqual({ check, path, message: expect.stringMatching(/\p{L}/u) as string });
  });
});

it('repeats tie-breakers only once', () => {
  const repeated = changed(changed(sample, '/ranking/scheme', 'ordinal'), '/ranking/tieBreak', [
    'exact-index',
    'exact-index',
  ]);
  expect(lintRuleset(repeated)).toMatchObject([{ check: 'decisions', path: '/ranking/tieBreak' }]);
});
