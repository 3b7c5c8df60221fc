import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConsequenceInput, consequencesOf, type Flag, type YearResult } from '@app/scoring';
import { smallConsequenceRules, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { blockOf, historyOf, inputOf, openCasesOf, type Scenario, truthTable } from './consequences-table';

const sql = (name: string) => readFileSync(join(__dirname, name), 'utf8');

/** What the truth table compares: kind, pending, what the other reading says, and whether a changed n was pointed out. */
function summary(flags: readonly Flag[]): string {
  const told = flags.map(({ kind, pending, otherReading, caveats }) => {
    const otherSize =
      kind === 'discipline-a' && caveats.some((caveat) => /Số đơn vị.*thay đổi|Không rõ số đơn vị/.test(caveat));
    const parts = [kind, pending ? 'pending' : 'settled', otherReading, otherSize ? 'other-size' : null];
    return parts.filter((part) => part !== null).join(':');
  });
  return told.sort().join(' ') || 'nothing';
}

/** Every row once, neighbours far apart: whatever is wrong shows early. */
function mixed<Row>(rows: readonly Row[]): Row[] {
  const stride = 7919;
  return rows
    .map((row, index) => ({ row, at: index % stride }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

const layoutOf = ({ now, place }: Scenario) => `${now ?? '?'} ${place}`;
const rowOf = ({ year, blockId, unitId, grade, rank, n, state, scheme }: YearResult) => ({
  ...{ year, block: blockId, unit: unitId, grade, rank, n, state, scheme },
});

/** Loads the scenarios into relations and asks the oracle: one line of flags per scenario. */
async function oracle(client: Client, scenarios: readonly Scenario[]): Promise<string[]> {
  await client.query(sql('consequences-tables.sql'));
  const load = (table: string, rows: readonly object[]) =>
    client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  const layouts = new Map(scenarios.map((scenario) => [layoutOf(scenario), scenario]));
  const blocks = [...layouts].flatMap(([layout, one]) => blockOf(one).map((row) => ({ layout, ...rowOf(row) })));
  await load('block_row', blocks);
  await load(
    'scenario',
    scenarios.map((one, id) => ({
      ...one,
      id,
      layout: layoutOf(one),
      reading_a: one.readingA,
      reading_b: one.readingB,
      ended_on: one.endedOn,
    })),
  );
  await load(
    'history',
    scenarios.flatMap((one, scenario) => historyOf(one).map((row) => ({ scenario, ...rowOf(row) }))),
  );
  await load(
    'open_case',
    scenarios.flatMap((one, scenario) => openCasesOf(one).map((row) => ({ scenario, ...row }))),
  );
  await client.query('ANALYZE grade, scenario, block_row, history, open_case');
  const { rows } = await client.query<{ flags: string }>(sql('consequences-oracle.sql'));
  return rows.map(({ flags }) => flags);
}

describe('the consequences, row by row of the truth table', () => {
  const scenarios = mixed(truthTable());
  let database: TestDatabase;
  let expected: string[];

  beforeAll(async () => {
    database = await testDatabase();
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    expected = await oracle(client, scenarios);
    await client.end();
  });
  afterAll(() => database.drop());

  /** The first row in which the program, given a changed input, says something else than the oracle. */
  const firstDifference = (change: (input: ConsequenceInput) => ConsequenceInput) => {
    const told = (scenario: Scenario) => summary(consequencesOf(change(inputOf(scenario))));
    const index = scenarios.findIndex((scenario, row) => told(scenario) !== expected[row]);
    const scenario = scenarios[index];
    return scenario && { scenario, told: told(scenario), expected: expected[index] };
  };

  it('holds at least 1,000 rows, and every kind of flag among the expected ones', () => {
    expect(scenarios.length).toBeGreaterThan(40_000);
    expect(expected).toHaveLength(scenarios.length);
    const kinds = new Set(expected.flatMap((line) => line.split(' ').map((flag) => flag.split(':')[0])));
    expect([...kinds].sort()).toEqual([
      'beyond-quota',
      'discipline-a',
      'discipline-b',
      'insufficient-data',
      'needs-human-decision',
      'nothing',
      'reward-candidate',
    ]);
  });

  it('are in every row what the oracle in SQL says', () => {
    expect(firstDifference((input) => input)).toBeUndefined();
  });

  const rules = smallConsequenceRules;
  const withPrevious = (input: ConsequenceInput, change: Partial<YearResult>) =>
    input.previous === null ? input : { ...input, previous: { ...input.previous, ...change } };
  const withOwn = (input: ConsequenceInput, change: (own: YearResult) => Partial<YearResult>) => ({
    ...input,
    block: input.block.map((row) => (row.unitId === input.unitId ? { ...row, ...change(row) } : row)),
  });

  it.each<[string, (input: ConsequenceInput) => ConsequenceInput]>([
    ['a gap of years read as two consecutive years', (input) => withPrevious(input, { year: 2023 })],
    ['a change of block overlooked', (input) => withPrevious(input, { blockId: 'k' })],
    ['a change of n overlooked', (input) => withPrevious(input, { n: input.block[0]?.n ?? null })],
    ['two ranking schemes compared', (input) => withPrevious(input, { scheme: 'competition' })],
    [
      'an unpublished class taken as clean',
      (input) => (input.previous?.grade === null ? withPrevious(input, { grade: 'good' }) : input),
    ],
    [
      'an unpublished rank taken as no drop',
      (input) => (input.previous?.rank === null ? withPrevious(input, { rank: 99 }) : input),
    ],
    [
      'a missing year taken as clean',
      (input) => ({
        ...input,
        previous: input.previous ?? { ...blockOf({ now: 'good', place: 'beyond the quota' })[0]!, year: 2023 },
      }),
    ],
    ['lineage overlooked', (input) => ({ ...input, lineage: null })],
    ['a succession ruling overlooked', (input) => ({ ...input, ruling: null })],
    [
      'a ruling that nobody precedes read as naming somebody',
      (input) => ({ ...input, ruling: input.ruling && { ...input.ruling, predecessorId: 'y' } }),
    ],
    ['an end overlooked', (input) => ({ ...input, endedOn: null })],
    [
      'any end taken as one within the year',
      (input) => ({ ...input, endedOn: input.endedOn === null ? null : '2024-12-31' }),
    ],
    ['open cases overlooked', (input) => ({ ...input, openCases: [] })],
    [
      'any open case taken as pending',
      (input) => ({ ...input, openCases: input.openCases.map((one) => ({ ...one, kind: 'complaint' })) }),
    ],
    ['the year before last overlooked', (input) => ({ ...input, beforePrevious: null })],
    [
      'the literal reading of (B) taken',
      (input) => ({ ...input, rules: { ...input.rules, disciplineB: { ...rules.disciplineB, reading: 'literal' } } }),
    ],
    [
      'the reading "this year" of (A) taken',
      (input) => ({ ...input, rules: { ...input.rules, disciplineA: rules.disciplineA } }),
    ],
    [
      '"Khá" left out of (A)',
      (input) => ({
        ...input,
        rules: { ...input.rules, disciplineA: { ...input.rules.disciplineA, atMost: 'average' } },
      }),
    ],
    [
      'reward from "Khá" on',
      (input) => ({ ...input, rules: { ...input.rules, reward: { ...rules.reward, atLeast: 'fair' } } }),
    ],
    [
      'a quota of a half',
      (input) => ({
        ...input,
        rules: { ...input.rules, reward: { ...rules.reward, quota: { numerator: 1, denominator: 2 } } },
      }),
    ],
    [
      'not submitted taken as the lowest class',
      (input) => withOwn(input, ({ state }) => (state === 'ranked' ? {} : { state: 'ranked', grade: 'weak', rank: 9 })),
    ],
    [
      'a partly published list taken as whole',
      (input) => ({ ...input, block: input.block.map((row) => ({ ...row, n: input.block.length })) }),
    ],
  ])('would show a fault: %s', (_name, fault) => {
    expect(firstDifference(fault)).toBeDefined();
  });
});
