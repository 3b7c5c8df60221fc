import { type Question, questionForEach, textFor } from '@app/read-store';
import { InMemoryEventStore, ProjectionLab, smallRuleset } from '@app/testing';
import { ranking } from '../projections/ranking.projection';
import { HISTORY } from './get-ranking-history.query';
import { RANKING, RANKING_UNLESS_KEPT } from './get-ranking.query';

/** The nation: 3,300 units in 34 blocks over 12 years. */
const FILL = [
  `INSERT INTO read_model.ranking_unit (unit_id, name) SELECT 'xa_' || u, 'Xã ' || u FROM generate_series(0, 3299) u`,
  `INSERT INTO read_model.ranking_block_year (year, block_id, state, n)
     SELECT y, 'khoi_' || b, 'official', 97 FROM generate_series(2013, 2024) y, generate_series(0, 33) b`,
  `INSERT INTO read_model.ranking_result (year, block_id, unit_id, unit_name, state, rank, tied)
     SELECT y, 'khoi_' || u % 34, 'xa_' || u, 'Xã ' || u, 'ranked', 1 + u / 34, false
     FROM generate_series(2013, 2024) y, generate_series(0, 3299) u`,
];

let lab: ProjectionLab;

beforeAll(async () => {
  lab = await ProjectionLab.open(ranking({ get: () => smallRuleset([]) }), new InMemoryEventStore());
  for (const sql of FILL) await lab.scope.session.query(sql);
  await lab.scope.session.query('ANALYZE');
});
afterAll(() => lab.close());

/** The plan that a connection keeps, whatever is asked for. */
async function planOf(question: Question): Promise<string> {
  const text = textFor(question, 1);
  const lines = await lab.dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN (GENERIC_PLAN) ${text}`);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

describe('over 12 years of the nation', () => {
  it.each([
    ['the ranking of a block', RANKING, 'result__g1_pkey'],
    ['the ranking of a block unless it is kept', RANKING_UNLESS_KEPT, 'result__g1_pkey'],
    ['the history of a unit', HISTORY, 'result__g1_unit_id_year_idx'],
    ['the histories of several units', questionForEach(HISTORY, ['text']), 'result__g1_unit_id_year_idx'],
    [
      'the rankings of several blocks unless they are kept',
      questionForEach(RANKING_UNLESS_KEPT, ['integer', 'text', 'text', 'bigint']),
      'result__g1_pkey',
    ],
  ])('%s goes by indexes, never through all results', async (_, question, index) => {
    const plan = await planOf(question);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on ranking_(result|unit)__/);
  });
});
