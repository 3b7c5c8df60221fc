import { extensionGranted } from '@app/assessment';
import { caseReceived } from '@app/casework';
import { type resultsCorrected } from '@app/publication';
import type { Row } from '@app/read-store';
import {
  announcedAs,
  correctedTo,
  type HistoryEvent,
  importedResults,
  inStream,
  projectionSpec,
  publishedResults,
  ScoreHistory,
} from '@app/testing';
import { successionRuled, unitRegistered } from '@app/unit';
import { notices } from './notices.projection';

const unit = { name: 'Sở u1 (mẫu)', type: 'department', parentId: null, officialCode: null } as const;
const registered = (unitId: string) =>
  inStream(`unit-${unitId}`, unitRegistered.of({ ...unit, unitId, registeredOn: '2020-01-01' }));

const submitBy = '2025-01-06T17:00:00.000Z';
const extension = { submitBy, asked: { submitBy }, components: null, reason: 'Bão' };
const file = new ScoreHistory('u1', 2024)
  .opened('so')
  .declared('1', '5')
  .submitted()
  .returned()
  .submitted()
  .asked('gt_1', '1', 'Vì sao?')
  .explained('gt_1', '1')
  .adjusted('1', '5', '3', 'Thiếu tài liệu')
  .appraisalClosed()
  .councilDecided('1', '3', '7/2', 'Đủ căn cứ')
  .caseReceived('kd_1', 'score-objection', '1')
  .caseClosed('kd_1', 'score-objection', 'upheld', '1')
  .ruled('1', '7/2', '4', 'kd_1');

const published = publishedResults(
  2024,
  'so',
  [
    ['u1', '91', 1, 'excellent'],
    ['u2', '68', 2, 'fair'],
  ],
  [{ unitId: 'u3', state: 'not-submitted' }],
);

/** Everything that a unit is told, and much that it is not. */
const history: readonly HistoryEvent[] = [
  registered('u1'),
  registered('u9'),
  inStream('assessment-2024.u1', extensionGranted.of({ unitId: 'u1', year: 2024, ...extension })),
  ...file.events,
  importedResults(2023, 'so', [['u1', '80', 1, 'good']]),
  announcedAs(published),
  published,
  correctedTo(published, [
    ['u2', '92', 1, 'excellent'],
    ['u1', '91', 2, 'excellent'],
  ]),
  inStream(
    'unit-u1',
    successionRuled.of({ unitId: 'u1', year: 2024, predecessorId: 'u2', takesOver: null, reason: 'NQ 1' }),
  ),
];

async function rowsOf(unitId: string, events = history): Promise<Row[]> {
  const rows = await projectionSpec(notices)
    .given(...events)
    .rows('notice');
  return rows.filter((row) => row['unit_id'] === unitId);
}

describe('the notices of a unit', () => {
  it('are what the events say to it, each with the time by which something is to be done', async () => {
    const rows = await rowsOf('u1');
    expect(rows.map(({ kind, deadline }) => [kind, deadline])).toEqual([
      ['extension-granted', extension.submitBy],
      ['file-returned', '2025-01-15T17:00:00.000Z'],
      ['explanation-asked', '2025-01-31T10:00:00.000Z'],
      ['appraisal-closed', null],
      ['council-decided', null],
      ['objection-answered', null],
      ['points-ruled', null],
      ['provisional-results', '2025-01-25T00:00:00.000Z'],
      ['results-published', null],
      ['results-corrected', null],
      ['succession-ruled', null],
    ]);
    expect(rows.map(({ year, unit_id }) => [year, unit_id])).toEqual(rows.map(() => [2024, 'u1']));
  });

  it('name the event, when it was recorded, and the request behind it', async () => {
    const position = history.findIndex(({ type }) => type === 'ResultsPublished') + 2;
    const id = `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
    expect((await rowsOf('u1')).find(({ kind }) => kind === 'results-published')).toMatchObject({
      ...{ position, event_id: id, correlation_id: id, block_id: 'so', recorded_at: '2025-02-01T00:00:00.000Z' },
      says: { state: 'ranked', rank: 1, n: 2, className: 'Xuất sắc', index: '91', indexDisplayed: '91' },
    });
  });

  it('hold nothing of another unit: of a whole block’s results the own figures only', async () => {
    const others = JSON.stringify(await rowsOf('u1')).match(/"u[239]"/g);
    // The predecessor that the ruling names.
    expect(others).toEqual(['"u2"']);
    expect(JSON.stringify(await rowsOf('u2'))).not.toContain('"91"');
  });

  it('tell a unit without a rank why, and one that a correction lists no more that it does not', async () => {
    const corrected = correctedTo(published, [['u1', '91', 1, 'excellent']]);
    const none = { from: null, to: null };
    const gone = { unitId: 'u2', index: { ...none, from: '68' }, rank: { ...none, from: 2 }, className: none };
    const data = { ...(corrected.data as ReturnType<typeof resultsCorrected.of>['data']), differences: [gone] };
    const events = [published, { ...corrected, data }];
    const stateOf = async (unitId: string) =>
      (await rowsOf(unitId, events)).map(({ says }) => (says as { state: string; rank: number | null }).state);
    expect(await stateOf('u3')).toEqual(['not-submitted', 'not-submitted']);
    expect(await stateOf('u2')).toEqual(['ranked', 'not-listed']);
  });

  it('answer the unit’s own complaint about what is official, too', async () => {
    const complained = new ScoreHistory('u1', 2024).caseClosed('kn_9', 'score-complaint', 'upheld', '1');
    expect((await rowsOf('u1', complained.events)).map(({ kind, says }) => ({ kind, says }))).toMatchObject([
      { kind: 'objection-answered', says: { case: 'score-complaint', component: '1', outcome: 'upheld' } },
    ]);
  });

  it('say nothing of cases that others brought, least of all of a denunciation', async () => {
    const received = { year: 2024, component: null, externalNumber: '9', channel: '1022' } as const;
    const dates = { receivedOn: '2024-03-01', dueOn: '2024-03-15', asked: { dueOn: '2024-03-15' } };
    const denounced = caseReceived.of({
      ...{ ...received, ...dates, unitId: 'u1', caseId: 'tc', kind: 'denunciation-reference' },
    });
    const cases = new ScoreHistory('u1', 2024)
      .opened('so')
      .caseReceived('kn', 'complaint')
      .caseClosed('kn', 'complaint', 'upheld')
      .caseClosed('tc', 'denunciation-reference', 'upheld')
      .caseClosed('pa', 'feedback', 'rejected');
    const events = [registered('u1'), inStream('casework-2024.u1', denounced), ...cases.events];
    expect(await rowsOf('u1', events)).toEqual([]);
  });
});

describe('however the log is delivered', () => {
  it('the rows are the same whatever the batches', () =>
    projectionSpec(notices)
      .given(...history)
      .thenAnyBatchSizeGivesTheSame());

  it('the rows are unchanged when the same history is delivered twice', () =>
    projectionSpec(notices)
      .given(...history)
      .thenReplayingChangesNothing());
});
