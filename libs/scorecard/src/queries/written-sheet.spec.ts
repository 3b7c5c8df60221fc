import { component, smallRuleset } from '@app/testing';
import { scoredNow, type StoredStatement } from './scored-now';
import { type ChangedFile, type SheetBasis, writtenAgain } from './written-sheet';

const survey = { kind: 'survey', question: 'Q1', weights: { A: '100', B: '0' }, minimumAnswers: 2 } as const;
const complaints = {
  kind: 'deduction',
  ...{ start: '0', each: '0.5', minScore: '-2', maxScore: '0' },
  counts: { from: 'casework', caseKind: 'complaint', outcome: 'upheld' },
} as const;
const rules = [
  component('1.1.1', { max: '3' }),
  component('1.1.2', { max: '3' }),
  component('1.1.3', { max: '2', part: 'survey', rule: survey }),
  component('1.1.4', { max: '0', part: 'penalty', rule: complaints }),
];
const [ruleset, otherRuleset] = [
  smallRuleset(rules),
  smallRuleset([component('1.1.1', { max: '5' }), ...rules.slice(1)]),
];

const SAID_AT = '2025-01-05T02:00:00.000Z';
const said = (matter: string, points: string, position: string): StoredStatement => {
  const words = { points, round: 1, reason: null, eventId: `e${position}`, revision: position };
  return [matter, words, 'AppraisalConfirmed', 'thẩm định', null, 'appraiser', SAID_AT, position];
};
const statements = [said('appraisal/1/1.1.1', '3', '1'), said('appraisal/1/1.1.2', '2', '2')];

/** A file of which all is read anew, as after a cut-over. */
const file = (more: Partial<ChangedFile> = {}): ChangedFile => ({
  ...{ unitId: 'u17', unitName: 'Sở Y tế', year: 2024, blockId: 'so', phase: 'submitted', status: 'open' },
  ...{ objectUntil: null, official: null, provisional: null, halted: false, haltedBy: null, asOf: '9' },
  ruleset: { id: 'small', version: 1, sha256: '0'.repeat(64) },
  publishedPoints: { '1.1.1': '3' },
  statements: structuredClone(statements),
  position: '2',
  count: statements.length,
  whole: true,
  ...more,
});

const sheetOf = (changed: ChangedFile, kept?: SheetBasis, rulesOf = ruleset) => {
  const sheet = writtenAgain(changed, kept, rulesOf);
  if (!sheet) throw new Error('Does not belong together');
  return sheet;
};
const textOf = ({ before, after }: ReturnType<typeof sheetOf>) =>
  Buffer.concat([before, Buffer.from('"9"'), ...after]).toString();
/** As nothing was kept. */
const afresh = ({ position: _, count: __, whole: ___, ...stored }: ChangedFile, rulesOf = ruleset): unknown =>
  JSON.parse(JSON.stringify(scoredNow(stored, rulesOf)));

const { basis } = sheetOf(file());
const scoresOf = ({ scored }: SheetBasis) => scored.sheet.components;

it('takes over what rests on the same words, also where all of them were read anew', () => {
  const again = sheetOf(file(), basis);
  expect(scoresOf(again.basis)).toEqual(scoresOf(basis));
  scoresOf(again.basis).forEach((score, at) => expect(score).toBe(scoresOf(basis)[at]));
  expect(JSON.parse(textOf(again))).toEqual(afresh(file()));
});

it.each([
  ['another word', file({ statements: [statements[0], said('appraisal/1/1.1.2', '1', '3')] as StoredStatement[] })],
  ['a word less', file({ statements: statements.slice(1), count: 1 })],
  ['the same word of somebody else', file({ statements: statements.map((each) => each.with(3, 'khác')) as never })],
  ['other points published', file({ publishedPoints: { '1.1.1': '2', '1.1.2': '2' } })],
  ['nothing published', file({ publishedPoints: null })],
  ['a survey', file({ statements: [...statements, surveyed()], count: 3 })],
  ['a case', file({ statements: [...statements, upheld()], count: 3 })],
  ['another name', file({ unitName: 'Sở Công Thương' })],
])('is what it would be afresh after %s', (_, changed) => {
  expect(JSON.parse(textOf(sheetOf(changed, basis)))).toEqual(afresh(changed));
});

it('takes over nothing that was scored by another ruleset', () => {
  expect(JSON.parse(textOf(sheetOf(file(), basis, otherRuleset)))).toEqual(afresh(file(), otherRuleset));
});

it('is nothing where what is kept and what is new do not make what is stored', () => {
  expect(writtenAgain(file({ whole: false, statements: null, count: 1 }), basis, ruleset)).toBeUndefined();
});

it('takes one word in place of another, and a new one, and leaves what is kept as it was for whoever else builds on it', () => {
  const changes = [said('appraisal/1/1.1.2', '1', '3'), said('appraisal/1/1.1.1', '2', '4'), surveyed()] as const;
  const [replaced, both, added] = [changes.slice(0, 1), changes.slice(0, 2), changes];
  for (const news of [added, replaced, both]) {
    const count = news.length > 2 ? 3 : 2;
    const matters = new Map([...statements, ...news].map((each) => [each[0], each]));
    const next = sheetOf(file({ whole: false, statements: structuredClone(news), count }), basis);
    expect(JSON.parse(textOf(next))).toEqual(afresh(file({ statements: [...matters.values()] })));
    expect(basis.words).toEqual(statements);
  }
});

it('keeps the very words of which nothing new was said', () => {
  const changed = file({
    whole: false,
    statements: [statements[0], said('appraisal/1/1.1.2', '1', '3')] as StoredStatement[],
  });
  const { words } = sheetOf(changed, basis).basis;
  expect(words[0]).toBe(basis.words[0]);
  expect(words[1]).not.toBe(basis.words[1]);
});

function surveyed(): StoredStatement {
  const batch = { respondents: 2, tallies: { Q1: { A: 2 } }, eventId: 'e4', revision: '0' };
  return ['batch/citizens/b1', batch, 'SurveyBatchRecorded', 'điều tra', null, 'survey-officer', SAID_AT, '4'];
}

function upheld(): StoredStatement {
  const complaint = { kind: 'complaint', component: null, outcome: 'upheld', eventId: 'e5', revision: '0' } as const;
  return ['case/c1', complaint, 'CaseClosed', 'thanh tra', null, 'inspector', SAID_AT, '5'];
}

describe('a sheet of more components than are sent as one part', () => {
  const codes = Array.from({ length: 20 }, (_, at) => `2.1.${at + 1}`);
  const long = smallRuleset(codes.map((code) => component(code, { max: '3' })));
  const words = codes.map((code, at) => said(`appraisal/1/${code}`, '3', `${at + 1}`));
  const of = (changed: readonly StoredStatement[]) =>
    file({ statements: structuredClone(changed), count: words.length, publishedPoints: null });
  const first = sheetOf(of(words), undefined, long);

  it.each([0, 7, 8, 19])('shares with the one before all but the part of what changed: component %i', (at) => {
    const changed = words.with(at, said(`appraisal/1/${codes[at]}`, '1.5', '21'));
    const next = sheetOf(of(changed), first.basis, long);
    expect(JSON.parse(textOf(next))).toEqual(afresh(of(changed), long));
    const shared = next.after.slice(1).map((part, place) => part === first.after[place + 1]);
    expect(shared).toEqual([0, 1, 2].map((group) => group !== Math.floor(at / 8)).concat(true));
    // And what was taken over part by part can be taken over again.
    const again = sheetOf(of(words), next.basis, long);
    expect(textOf(again)).toBe(textOf(first));
  });
});
