import { type HistoryEvent, projectionSpec, publishedResults, ScoreHistory } from '@app/testing';
import { anyRules, frame } from '../../test/files';
import { fileRegister } from './file-register.projection';

const projection = fileRegister(anyRules);

const file = new ScoreHistory('u1', 2024)
  .opened('so')
  .declared('1', '5')
  .declared('2', '3')
  .approvalRequested()
  .submitted()
  .asked('gt_1', '1')
  .confirmed('2', '3')
  .returned()
  .explained('gt_1', '1')
  .declared('1', '4')
  .approvalRequested()
  .submitted()
  .confirmed('1', '4')
  .fieldClosed('F1', ['1', '2'])
  .appraisalClosed()
  .caseReceived('kd_1', 'score-objection', '1')
  .caseReceived('kn_1', 'complaint')
  .caseAnswered('kd_1', 'score-objection')
  .caseClosed('kd_1', 'score-objection', 'upheld', '1');
const history: readonly HistoryEvent[] = [
  ...frame(['u1', 'Sở u1']),
  ...file.events,
  publishedResults(2024, 'so', [['u1', '91', 1, 'excellent']]),
];

describe('the rows of a file', () => {
  it('hold how it stood since each event that changed it, nothing of the others, and since which it stands there', async () => {
    const [row] = await projectionSpec(projection)
      .given(...history)
      .rows('file');
    const first = frame(['u1', 'Sở u1']).length + 2;
    expect(row).toMatchObject({ unit_id: 'u1', year: 2024, block_id: 'so' });
    expect(
      (row?.['standings'] as { state: string; position: string; since: { position: string } }[]).map((standing) => [
        standing.state,
        Number(standing.position) - first,
        Number(standing.since.position) - first,
      ]),
    ).toEqual([
      ['declaring', 0, 0],
      ['awaiting-approval', 3, 3],
      ['submitted', 4, 4],
      ['submitted', 5, 4],
      ['returned', 7, 7],
      ['returned', 8, 7],
      ['awaiting-approval', 10, 10],
      ['submitted', 11, 11],
      ['submitted', 13, 11],
      ['appraised', 14, 14],
    ]);
  });

  it('name nothing that others hold against the unit', () =>
    projectionSpec(projection)
      .given(...history)
      .thenRows('objection', [{ unit_id: 'u1', year: 2024, case_id: 'kd_1', component: '1' }]));

  it('are none of a file that nobody opened', () =>
    projectionSpec(projection)
      .given(...new ScoreHistory('u2', 2024).submitted().events)
      .thenRows('file', [{ unit_id: 'u2', standing: null, standings: null }]));
});

describe('however the log is delivered', () => {
  it('the rows are the same whatever the batches', () =>
    projectionSpec(projection)
      .given(...history)
      .thenAnyBatchSizeGivesTheSame());

  it('the rows are unchanged when the same history is delivered twice', () =>
    projectionSpec(projection)
      .given(...history)
      .thenReplayingChangesNothing());
});

it('stops a file whose rules are not known, and no other', async () => {
  const strict = fileRegister({
    get: () => {
      throw new Error('No such rules');
    },
  });
  const rows = await projectionSpec(strict)
    .given(...file.events.slice(0, 2), ...frame(['u9', 'Sở u9']))
    .rows('name');
  expect(rows).toMatchObject([{ unit_id: 'u9' }]);
});
