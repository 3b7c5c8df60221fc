import { textFor } from '@app/read-store';
import { InMemoryEventStore, ProjectionLab } from '@app/testing';
import { caseRegister } from '../projections/case-register.projection';
import { CASES } from './list-cases.query';

/** 40,000 cases, about 3,300 units over four years. */
const FILL = `INSERT INTO read_model.case_register_case (year, unit_id, case_id, kind, channel, received_on, due_on, received_position, received_at)
  SELECT 2021 + n / 10000, 'xa_' || n % 3300, 'vu_' || n, 'feedback', '1022', day, day, n, day || 'T01:00:00.000Z'
  FROM generate_series(0, 39999) n CROSS JOIN LATERAL (SELECT (date '2021-01-01' + n / 28)::text AS day) d`;

let lab: ProjectionLab;

beforeAll(async () => {
  lab = await ProjectionLab.open(caseRegister, new InMemoryEventStore());
  await lab.scope.session.query(FILL);
  await lab.scope.session.query('ANALYZE');
});
afterAll(() => lab.close());

/** The plan by which a connection answers that has answered often: only then might it keep one for whatever is asked. */
async function planOf(...values: readonly string[]): Promise<string> {
  const connection = lab.dataSource.createQueryRunner();
  try {
    await connection.query(`PREPARE cases AS ${textFor(CASES, 1)}`);
    const explained = `EXPLAIN EXECUTE cases (${values.join(', ')})`;
    for (let time = 0; time < 7; time++) await connection.query(explained);
    const lines = (await connection.query(explained)) as { 'QUERY PLAN': string }[];
    await connection.query('DEALLOCATE cases');
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  } finally {
    await connection.release();
  }
}

const nothing = ['NULL', 'NULL', 'NULL'];

it.each([
  ['the first page', [...nothing, 'NULL', "'[]'", 'NULL', 'NULL', '101', "''", '0']],
  ['a later page', [...nothing, 'NULL', "'[]'", 'NULL', 'NULL', '101', "'2022-06-01'", '20000']],
  ['what is open', [...nothing, "'open'", "'[]'", 'NULL', 'NULL', '101', "''", '0']],
  ['without the own unit', [...nothing, 'NULL', `'[{"unitId":"xa_1","year":2024}]'`, 'NULL', 'NULL', '101', "''", '0']],
  ['as of a position', [...nothing, 'NULL', "'[]'", '30000', 'NULL', '101', "''", '0']],
])('%s goes by the index of days, in its order: neither sorts nor reads all cases', async (_, values) => {
  const plan = await planOf(...values);
  expect(plan).toMatch(/Index Scan using case_register_case__g1_due_on_received_position_idx/);
  expect(plan).toMatch(/Index Cond: .*ROW\(due_on, received_position\) > ROW\(/);
  expect(plan).not.toMatch(/Sort Key: r\.|Seq Scan on case_register_case__/);
});
