import { assessment, type AssessmentEvent } from '@app/assessment';
import { fold } from '@app/kernel';
import { component, dice, ScoreHistory, smallRuleset } from '@app/testing';
import { type Progress, progressAfter } from './progress';
import { type Standing, standingOf, type Wait, waitsAt } from './standing';

const [soNoiVu, soTuPhap] = ['Sở Nội vụ', 'Sở Tư pháp'];
/** Two lead agencies in the first field, one of them in the second too, beside what the system counts. */
const ruleset = smallRuleset([], {
  fields: [
    fieldOf('1', [
      component('1.1', { leadAgency: soNoiVu }),
      component('1.2', { leadAgency: soTuPhap }),
      component('1.3', { leadAgency: soNoiVu }),
    ]),
    fieldOf('2', [
      component('2.1', { leadAgency: soNoiVu }),
      component('2.2', { part: 'survey', rule: { kind: 'survey', question: 'Q1', weights: {}, minimumAnswers: 2 } }),
    ]),
    fieldOf('3', [
      component('3.1', { part: 'survey', rule: { kind: 'survey', question: 'Q2', weights: {}, minimumAnswers: 2 } }),
    ]),
  ],
});

function fieldOf(code: string, components: readonly ReturnType<typeof component>[]) {
  return { code, name: `Lĩnh vực ${code}`, criteria: [{ code: `${code}.0`, name: 'Tiêu chí', components }] };
}

const declared = ['1.1', '1.2', '1.3', '2.1'];
const submitBy = '2024-12-31T17:00:00.000Z';
const appraiseBy = '2025-02-28T17:00:00.000Z';
const longer = '2025-03-10T17:00:00.000Z';
const opened = () => new ScoreHistory().opened();
const atHead = () => declared.reduce((history, code) => history.declared(code, '1'), opened()).approvalRequested();
const submitted = () => atHead().submitted();

function progressOf({ events }: ScoreHistory): Progress {
  const own = events.filter(({ stream }) => stream.startsWith('assessment-')) as unknown as AssessmentEvent[];
  return own.reduce<Progress | null>(progressAfter, null) as Progress;
}

const standing = (history: ScoreHistory): Standing => standingOf(progressOf(history), ruleset);

/** All deadlines lie ahead. */
const early = '2024-06-01T00:00:00.000Z';

/** Whom it waits for, and for what: `appraiser appraisal 1 Sở Nội vụ`. */
const waitsIn = (history: ScoreHistory, now = early) =>
  waitsAt(standing(history), now).map(({ by, what, field, leadAgency, component: code, id }: Wait) =>
    [by, what, field, leadAgency, code, id].filter((part) => part !== null).join(' '),
  );

const shares = [
  'appraiser appraisal 1 Sở Nội vụ',
  'appraiser appraisal 1 Sở Tư pháp',
  'appraiser appraisal 2 Sở Nội vụ',
];
const [firstOfNoiVu, ofTuPhap, secondOfNoiVu] = shares;

it.each<[string, ScoreHistory, Standing['state'], readonly (string | undefined)[]]>([
  ['opened', opened(), 'declaring', ['unit-officer declaration']],
  ['laid before the head', atHead(), 'awaiting-approval', ['unit-head approval']],
  ['declined', atHead().approvalDeclined(), 'declaring', ['unit-officer declaration']],
  ['submitted', submitted(), 'submitted', shares],
  ['sent back', submitted().returned(), 'returned', ['unit-officer declaration']],
  [
    'sent back and declined',
    submitted().returned().approvalRequested().approvalDeclined(),
    'returned',
    ['unit-officer declaration'],
  ],
  ['submitted again', submitted().returned().approvalRequested().submitted(), 'submitted', shares],
  [
    'one share closed',
    submitted().confirmed('1.2', '1').fieldClosed('1', ['1.2']),
    'submitted',
    [firstOfNoiVu, secondOfNoiVu],
  ],
  ['all closed', allClosed(), 'submitted', ['appraiser closure']],
  ['appraisal closed', allClosed().appraisalClosed(), 'appraised', []],
])('says whose turn it is: %s', (_, history, state, waits) => {
  expect(standing(history).state).toBe(state);
  expect(waitsIn(history)).toEqual(waits);
});

function allClosed(): ScoreHistory {
  const judged = declared.reduce((history, code) => history.confirmed(code, '1'), submitted());
  return judged.fieldClosed('1', ['1.1', '1.3']).fieldClosed('1', ['1.2']).fieldClosed('2', ['2.1']);
}

it('waits for every lead agency of a field anew once somebody speaks in its next round', () => {
  expect(waitsIn(allClosed().adjusted('1.3', '1', '0', 'x', 2))).toEqual([firstOfNoiVu, ofTuPhap]);
});

it('waits for a share anew when one of its components is declared anew', () => {
  const anew = allClosed().returned().declared('2.1', '2').approvalRequested().submitted();
  expect(waitsIn(anew)).toEqual([secondOfNoiVu]);
});

it('waits for answers, also while the file is back with the unit, until they are given or the appraisal is closed', () => {
  const asked = submitted().asked('gt_2', '1.2').asked('gt_1', '2.1');
  const questions = ['unit-officer explanation 2 2.1 gt_1', 'unit-officer explanation 1 1.2 gt_2'];
  expect(waitsIn(asked)).toEqual([...shares, ...questions]);
  expect(waitsIn(asked.returned())).toEqual(['unit-officer declaration', ...questions]);
  expect(waitsIn(asked.explained('gt_1', '2.1'))).toEqual(['unit-officer declaration', questions[1]]);
  expect(waitsIn(allClosed().asked('gt_1', '2.1').appraisalClosed())).toEqual([]);
});

it('names for everything the instant that counts: that of the whole file, or a later one of its components', () => {
  const later = '2025-01-10T17:00:00.000Z';
  const untils = (history: ScoreHistory) => waitsAt(standing(history), early).map(({ until }) => until);
  expect(standing(opened())).toMatchObject({ submitBy, appraiseBy });
  expect(untils(opened().extended(later, ['1.1']))).toEqual([later]);
  const back = opened().extended('2025-01-20T17:00:00.000Z', ['1.1']).submitted().returned();
  expect(untils(back)).toEqual(['2025-01-15T17:00:00.000Z']);
  expect(untils(submitted().appraisalExtended(longer, ['1.2']))).toEqual([appraiseBy, longer, appraiseBy]);
  expect(standing(submitted().appraisalExtended(longer)).appraiseBy).toBe(longer);
});

const extension = 'administrator-of-units extension';
const longerEach = [`${extension} 1 Sở Nội vụ`, `${extension} 1 Sở Tư pháp`, `${extension} 2 Sở Nội vụ`];
it.each<[string, ScoreHistory, string, readonly (string | undefined)[]]>([
  ['declared', opened(), '2024-12-31T16:59:59.999Z', ['unit-officer declaration']],
  ['declared', opened(), submitBy, [extension]],
  ['declared, and the appraisal of the whole file is over', opened(), appraiseBy, []],
  ['laid before the head', atHead(), submitBy, [extension]],
  ['sent back', submitted().returned(), '2025-01-15T17:00:00.000Z', [extension]],
  ['appraised', submitted(), '2025-02-28T16:59:59.999Z', shares],
  ['appraised', submitted(), appraiseBy, longerEach],
  [
    'appraised, longer in part',
    submitted().appraisalExtended(longer, ['1.2']),
    appraiseBy,
    [longerEach[0], ofTuPhap, longerEach[2]],
  ],
  ['appraised, long ago', submitted(), '2030-01-01T00:00:00.000Z', longerEach],
  ['closed', allClosed(), appraiseBy, [extension]],
])('%s: waits in time for whoever does it, then for longer time (%#)', (_, history, now, waits) =>
  expect(waitsIn(history, now)).toEqual(waits),
);

it('waits for longer time to submit until the appraisal ends, to appraise without end', () => {
  const untilIn = (history: ScoreHistory, now: string) => waitsAt(standing(history), now).at(-1)?.until;
  expect(untilIn(opened(), submitBy)).toBe(appraiseBy);
  expect(untilIn(submitted(), appraiseBy)).toBeNull();
});

it('waits for an answer no longer than it is awaited', () => {
  const asked = submitted().asked('gt_1', '2.1');
  expect(waitsIn(asked, '2025-01-31T09:59:59.999Z')).toContain('unit-officer explanation 2 2.1 gt_1');
  expect(waitsIn(asked, '2025-01-31T10:00:00.000Z')).toEqual(shares);
});

it('is left the very same object by a further word in a round that the component has reached', () => {
  const before = progressOf(submitted().confirmed('1.1', '1'));
  const last = ({ events }: ScoreHistory) => events.at(-1) as unknown as AssessmentEvent;
  expect(progressAfter(before, last(submitted().adjusted('1.1', '1', '0', 'x')))).toBe(before);
  expect(progressAfter(before, last(submitted().adjusted('1.1', '1', '0', 'x', 2)))?.rounds).toEqual({ '1.1': 2 });
});

/** Something that happens to a file, whether or not a decision would let it. */
function anyAct(history: ScoreHistory, roll: ReturnType<typeof dice>): void {
  const code = declared[roll(declared.length)] ?? '';
  const acts = [
    () => history.declared(code, '1'),
    () => history.approvalRequested(),
    () => history.approvalDeclined(),
    () => history.submitted(),
    () => history.returned(),
    () => history.extended(`2025-01-${10 + roll(9)}T17:00:00.000Z`, roll(2) ? null : [code]),
    () => history.appraisalExtended(`2025-03-${10 + roll(9)}T17:00:00.000Z`, roll(2) ? null : [code]),
    () => history.confirmed(code, '1', 1 + roll(3)),
    () => history.adjusted(code, '1', '0', 'x', 1 + roll(3)),
    () => history.asked(`gt_${roll(3)}`, code),
    () => history.explained(`gt_${roll(3)}`, code),
    () => history.fieldClosed('1', [code], 1 + roll(3)),
    () => history.appraisalClosed(),
    () => history.councilDecided(code, '1', '0', 'x'),
    () => history.ruled(code, '0', '1', 'kd_1'),
  ];
  acts[roll(acts.length)]?.();
}

it('goes by the same as decisions do, whatever happens in whatever order: 300 histories', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const [history, roll] = [opened(), dice(seed)];
    for (let acts = roll(40); acts > 0; acts -= 1) anyAct(history, roll);
    const state = fold(assessment, history.events as unknown as AssessmentEvent[]);
    const progress = progressOf(history);
    const plain = (values: ReadonlyMap<string, unknown>) => Object.fromEntries(values);
    const termOf = ({ whole, extended }: typeof state.submission) => ({ whole, extended: plain(extended) });
    const unanswered = [...state.explanations].filter(([, { given }]) => !given);
    expect({ seed, ...progress }).toMatchObject({
      ...{ seed, phase: state.phase, submission: termOf(state.submission), appraisal: termOf(state.appraisal) },
      questions: Object.fromEntries(
        unanswered.map(([id, { component: code, answerBy }]) => [id, { component: code, answerBy }]),
      ),
    });
    expect({ seed, rounds: progress.rounds, closed: progress.closed }).toEqual({
      ...{ seed, rounds: plain(state.rounds), closed: plain(state.closed) },
    });
  }
});
