import type { Recorded } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import { announcedAs, component, type HistoryEvent, publishedResults, ScoreHistory, smallRuleset } from '@app/testing';
import { FileNotOpened } from '../file-register.errors';
import { courseOfEvents, type FileKnown } from './course-of-events';

const rules = {
  get: () => smallRuleset([component('1', { leadAgency: 'Sở Nội vụ' }), component('2', { leadAgency: 'Sở Tư pháp' })]),
};

/** A year in which everything happens once. */
const whole = () =>
  new ScoreHistory('u1', 2024)
    .opened('so')
    .declared('1', '2')
    .declared('2', '1')
    .approvalRequested()
    .approvalDeclined()
    .extended('2025-01-05T17:00:00.000Z', ['2'])
    .declared('2', '3/2')
    .approvalRequested()
    .submitted()
    .returned()
    .approvalRequested()
    .submitted()
    .surveyed('b1', ['Q1'], ['A'])
    .asked('gt_1', '1')
    .appraisalExtended('2025-03-10T17:00:00.000Z')
    .explained('gt_1', '1')
    .confirmed('1', '2')
    .adjusted('2', '3/2', '1', 'Thiếu tài liệu')
    .fieldClosed('F1', ['1', '2'])
    .adjusted('2', '1', '1/2', 'Vẫn thiếu', 2)
    .fieldClosed('F1', ['1', '2'], 2)
    .appraisalClosed(2)
    .councilDecided('2', '1/2', '1', 'Đủ căn cứ')
    .caseReceived('kd_1', 'score-objection', '2')
    .caseClosed('kd_1', 'score-objection', 'upheld', '2')
    .ruled('2', '1', '2', 'kd_1')
    .caseReceived('kn_9', 'complaint');

const results = (...events: readonly HistoryEvent[]) => events as unknown as readonly Recorded<PublicationEvent>[];
const published = publishedResults(2024, 'so', [['u1', '91', 1, 'excellent']]);

function courseOf(history: ScoreHistory, given: Partial<FileKnown> = {}, now = '2025-01-03T00:00:00.000Z') {
  const about = { unitId: 'u1', unitName: 'Sở u1', year: 2024, endedOn: null, unitPosition: null, results: [] };
  const known = { ...about, file: { events: ownOf(history), unreadable: null }, cases: casesOf(history), ...given };
  return courseOfEvents(known, { now, asOf: null }, rules);
}

const inCategory = ({ events }: ScoreHistory, category: string): unknown =>
  events.filter(({ stream }) => stream.startsWith(category));
const ownOf = (history: ScoreHistory) => inCategory(history, 'assessment-') as FileKnown['file']['events'];
const casesOf = (history: ScoreHistory) => inCategory(history, 'casework-') as FileKnown['cases'];

const until = (asked: string | null, effective = asked) => ({ asked, effective });

describe('the course of a file', () => {
  it('tells what moved it, who did so and why', () => {
    const { steps } = courseOf(whole());
    expect(steps.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['opened', null],
      ['approval-requested', null],
      ['approval-declined', 'Thiếu số liệu'],
      ['approval-requested', null],
      ['submitted', null],
      ['returned', 'Thiếu tài liệu'],
      ['approval-requested', null],
      ['submitted', null],
      ['appraisal-closed', null],
    ]);
    const { by, submitBy, appraiseBy } = steps[0] ?? {};
    expect(by).toEqual({
      ...{ eventId: 'assessment-2024.u1@0', type: 'AssessmentOpened', position: '1' },
      ...{ actor: 'test', onBehalfOf: null, role: 'test', recordedAt: '2024-01-01T00:00:00.000Z' },
    });
    expect([submitBy, appraiseBy]).toEqual([
      until(null, '2024-12-31T17:00:00.000Z'),
      until(null, '2025-02-28T17:00:00.000Z'),
    ]);
    expect(steps[5]?.submitBy).toEqual(until('2025-01-15T17:00:00.000Z'));
  });

  it('names in whose name somebody acted', () => {
    const events = ownOf(whole()).map((event) => ({
      ...event,
      metadata: { ...event.metadata, onBehalfOf: 'thu_truong' },
    }));
    expect(courseOf(whole(), { file: { events, unreadable: null } }).steps[0]?.by.onBehalfOf).toBe('thu_truong');
  });

  it('holds every declaration, also one that was replaced, and longer time with its scope', () => {
    const { declarations, extensions } = courseOf(whole());
    expect(declarations.map((one) => [one.component, one.points])).toEqual([
      ['1', '2'],
      ['2', '1'],
      ['2', '3/2'],
    ]);
    expect(extensions).toMatchObject([
      { of: 'submission', components: ['2'], reason: 'Bão', until: until('2025-01-05T17:00:00.000Z') },
      { of: 'appraisal', components: null, reason: 'Nhiều hồ sơ', until: until('2025-03-10T17:00:00.000Z') },
    ]);
  });

  it('tells of each field its rounds, word by word, and what each lead agency has closed', () => {
    const [field, ...others] = courseOf(whole()).fields;
    expect(others).toEqual([]);
    expect(field).toMatchObject({
      ...{ code: 'F1', name: 'Lĩnh vực 1', round: 2 },
      shares: [
        { leadAgency: 'Sở Nội vụ', components: ['1'], closed: true },
        { leadAgency: 'Sở Tư pháp', components: ['2'], closed: true },
      ],
    });
    const words = field?.rounds.map(({ round, words: said, closures }) => [
      round,
      said.map(({ component: code, kind, from, points, reason }) => [code, kind, from, points, reason]),
      closures.map(({ components }) => components),
    ]);
    expect(words).toEqual([
      [
        1,
        [
          ['1', 'confirmed', null, '2', null],
          ['2', 'adjusted', '3/2', '1', 'Thiếu tài liệu'],
        ],
        [['1', '2']],
      ],
      [2, [['2', 'adjusted', '1', '1/2', 'Vẫn thiếu']], [['1', '2']]],
    ]);
  });

  it('holds questions with their answers, the council with minutes and votes, objections and rulings', () => {
    const { explanations, councilDecisions, objections, rulings } = courseOf(whole());
    expect(explanations).toMatchObject([
      {
        explanationId: 'gt_1',
        component: '1',
        question: 'Vì sao?',
        answer: { text: 'Vì có văn bản', given: { type: 'ExplanationGiven' } },
      },
    ]);
    expect(councilDecisions).toMatchObject([
      {
        component: '2',
        from: '1/2',
        points: '1',
        minutes: { number: '12/BB-HĐTĐ' },
        votes: { for: 5, against: 1, abstained: 1 },
      },
    ]);
    expect(objections).toMatchObject([
      {
        caseId: 'kd_1',
        kind: 'score-objection',
        component: '2',
        answer: null,
        conclusion: { outcome: 'upheld', reason: 'Đã xác minh' },
      },
    ]);
    expect(rulings).toMatchObject([
      { component: '2', from: '1', points: '2', case: { caseId: 'kd_1' }, decision: { number: '15/QĐ' } },
    ]);
  });

  it('says nothing of what others hold against the unit, nor by a position that there is anything', () => {
    const course = courseOf(whole());
    expect(JSON.stringify(course)).not.toContain('kn_9');
    const ruling = whole().events.find(({ type }) => type === 'PointsRuled');
    expect(course).toMatchObject({ position: ruling?.position.toString(), asOf: course.position });
    expect(course.fileRevision).toBe(ruling?.revision.toString());
  });

  it('tells of a ruling on what others held against the unit the points, and not the case', () => {
    const course = courseOf(whole().ruled('1', '2', '1', 'kn_9', 'complaint'));
    expect(course.rulings).toMatchObject([
      { component: '2', case: { kind: 'score-objection', caseId: 'kd_1' } },
      { component: '1', from: '2', points: '1', case: null, decision: { number: '15/QĐ' } },
    ]);
    expect(JSON.stringify(course)).not.toMatch(/kn_9|"complaint"/);
  });

  it('is none before the file was opened', () => {
    expect(() => courseOf(new ScoreHistory('u1', 2024))).toThrow(FileNotOpened);
  });

  it('says that it stops where something could not be read', () => {
    expect(courseOf(whole()).halted).toBe(false);
    const file = { events: ownOf(whole()), unreadable: {} as FileKnown['file']['unreadable'] };
    expect(courseOf(whole(), { file }).halted).toBe(true);
  });
});

describe('what is waited for', () => {
  const waits = (history: ScoreHistory, now: string) => courseOf(history, {}, now).waits;
  const objected = () =>
    new ScoreHistory('u1', 2024)
      .opened('so')
      .submitted()
      .appraisalClosed()
      .caseReceived('kd_1', 'score-objection', '2');

  it('of an objection is its answer, until the day ends on which it is due, and longer', () => {
    const wait = { by: 'case-handler', what: 'objection', field: null, leadAgency: null, component: '2', id: 'kd_1' };
    const until = '2024-03-15T17:00:00.000Z';
    for (const now of ['2024-03-02T00:00:00.000Z', '2024-04-01T00:00:00.000Z'])
      expect(waits(objected(), now)).toEqual([{ ...wait, until }]);
    const answered = objected().caseAnswered('kd_1', 'score-objection');
    expect(waits(answered, '2024-04-01T00:00:00.000Z')).toEqual([{ ...wait, until: null }]);
    expect(waits(answered.caseClosed('kd_1', 'score-objection', 'rejected', '2'), '2024-04-01T00:00:00.000Z')).toEqual(
      [],
    );
  });

  it('is longer time where that of the unit is over', () => {
    const opened = new ScoreHistory('u1', 2024).opened('so');
    expect(waits(opened, '2024-12-31T17:00:00.000Z')).toMatchObject([
      { by: 'administrator-of-units', what: 'extension', until: '2025-02-28T17:00:00.000Z' },
    ]);
  });
});

describe('deadlines', () => {
  const ahead = (history: ScoreHistory, now: string, given: Partial<FileKnown> = {}) =>
    courseOf(history, given, now).deadlines.map(({ what, components, until: end }) => [
      what,
      components?.join() ?? null,
      end,
    ]);
  const opened = () => new ScoreHistory('u1', 2024).opened('so').declared('1', '2').declared('2', '1');
  const [submitBy, appraiseBy] = ['2024-12-31T17:00:00.000Z', '2025-02-28T17:00:00.000Z'];

  it('are those that lie ahead, the next one first: at the instant itself it is over', () => {
    expect(ahead(opened(), '2024-12-31T16:59:59.999Z')).toEqual([
      ['submission', null, submitBy],
      ['appraisal', null, appraiseBy],
    ]);
    expect(ahead(opened(), submitBy)).toEqual([['appraisal', null, appraiseBy]]);
  });

  it('name the components that were given longer', () => {
    const later = '2025-01-05T17:00:00.000Z';
    expect(ahead(opened().extended(later, ['1', '2']), submitBy)).toEqual([
      ['submission', '1,2', later],
      ['appraisal', null, appraiseBy],
    ]);
  });

  it('are those of questions that wait, and of objections to provisional results', () => {
    const asked = opened().approvalRequested().submitted().asked('gt_1', '1');
    expect(ahead(asked, submitBy)).toEqual([
      ['explanation', '1', '2025-01-31T10:00:00.000Z'],
      ['appraisal', null, appraiseBy],
    ]);
    expect(ahead(asked.explained('gt_1', '1'), submitBy)).toEqual([['appraisal', null, appraiseBy]]);
    const closed = asked.appraisalClosed();
    expect(ahead(closed, submitBy)).toEqual([]);
    const announced = results(announcedAs(published));
    expect(ahead(closed, '2025-01-20T00:00:00.000Z', { results: announced })).toEqual([
      ['objection', null, '2025-01-25T00:00:00.000Z'],
    ]);
    expect(ahead(closed, '2025-01-20T00:00:00.000Z', { results: results(announcedAs(published), published) })).toEqual(
      [],
    );
  });

  it('are none of a unit that has ended within the year, from that day on', () => {
    const endedOn = '2024-07-01';
    expect(courseOf(opened(), { endedOn }, '2024-06-30T16:59:59.999Z')).toMatchObject({
      state: 'declaring',
      endedOn: null,
    });
    const ended = { state: 'ended', endedOn, waits: [], deadlines: [] };
    expect(courseOf(opened(), { endedOn }, '2024-06-30T17:00:00.000Z')).toMatchObject(ended);
    expect(courseOf(opened(), { endedOn: '2025-01-01' }, '2025-02-01T00:00:00.000Z')).toMatchObject({
      state: 'declaring',
      endedOn: null,
    });
  });
});
