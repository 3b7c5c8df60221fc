import { ProjectionCatalogue, ReadYourWrites, RebuildDesk } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import {
  announcedAs,
  appendTo,
  component,
  correctedTo,
  type HistoryEvent,
  InMemoryEventStore,
  inStream,
  ProjectionLab,
  publishedResults,
  sampleDecree,
  ScoreHistory,
  smallRuleset,
} from '@app/testing';
import { unitRegistered, unitRenamed } from '@app/unit';
import type { Pool } from 'pg';
import { scorecard } from '../projections/score-sheet.projection';
import { UnitScoreNotFound } from '../scorecard.errors';
import {
  GetUnitScore,
  GetUnitScoreHandler,
  GetWrittenUnitScore,
  GetWrittenUnitScoreHandler,
} from './get-unit-score.query';

const survey = { kind: 'survey', question: 'Q1', weights: { A: '100', B: '50', C: '0' }, minimumAnswers: 2 } as const;
const complaints = {
  kind: 'deduction',
  ...{ start: '0', each: '0.5', minScore: '-2', maxScore: '0' },
  counts: { from: 'casework', caseKind: 'complaint', outcome: 'upheld' },
} as const;
const ruleset = smallRuleset([
  component('1.1.1', { max: '3', citation: { document: 'Quy chế thử', clause: 'Điều 7' } }),
  component('1.1.2', { max: '3' }),
  component('1.1.3', { max: '2', part: 'survey', rule: survey }),
  component('1.1.4', { max: '0', part: 'penalty', rule: complaints }),
]);
const rulesets = new (class extends RulesetCatalog {
  override get = () => ruleset;
})([]);

const unit = {
  unitId: 'u17',
  type: 'department',
  parentId: null,
  officialCode: null,
  registeredOn: '2021-01-01',
} as const;
const registered = inStream('unit-u17', unitRegistered.of({ ...unit, name: 'Sở "Cũ"' }));
const rename = { unitId: 'u17', name: 'Sở Mới', effectiveOn: '2024-06-01', decree: sampleDecree };
const published = publishedResults(2024, 'so', [['u17', '66.67', 1, 'fair']]);
const results = { ...published, data: { ...published.data, components: ['1.1.1'] } };
const files = new ScoreHistory('u17', 2024)
  .opened('so')
  .declared('1.1.1', '3')
  .declared('1.1.2', '2')
  .declared('1.1.2', '1')
  .submitted()
  .surveyed('b1', ['Q1'], ['A', 'A', 'B'])
  .surveyed('b2', ['Q1'], ['C', 'C', 'C'])
  .withdrew('b2')
  .confirmed('1.1.1', '3')
  .adjusted('1.1.2', '1', '2/3', 'Thiếu tài liệu')
  .asked('q1', '1.1.1')
  .explained('q1', '1.1.1')
  .caseReceived('c1', 'complaint')
  .caseClosed('c1', 'complaint', 'upheld')
  .appraisalClosed()
  .councilDecided('1.1.2', '2/3', '1', 'Biểu quyết')
  .ruled('1.1.1', '3', '2', 'c1').events;

let lab: ProjectionLab;
let known: GetWrittenUnitScoreHandler;

beforeEach(async () => {
  lab = await ProjectionLab.open(scorecard(rulesets), new InMemoryEventStore());
  known = new GetWrittenUnitScoreHandler(lab.dataSource, new ReadYourWrites(lab.dataSource), rulesets);
});
afterEach(() => lab.close());

const question = { unitId: 'u17', year: 2024 };

async function happens(event: HistoryEvent): Promise<void> {
  await appendTo(lab.store, event);
  await lab.catchUp();
}

/** As everybody reads it who has read it before. */
async function kept(): Promise<string> {
  return (await known.execute(new GetWrittenUnitScore(question))).toString();
}

/** As it is scored anew. */
async function afresh(): Promise<string> {
  const handler = new GetUnitScoreHandler(lab.dataSource, new ReadYourWrites(lab.dataSource), rulesets);
  return JSON.stringify(await handler.execute(new GetUnitScore(question)));
}

it('is after every event what it would be afresh, byte for byte', async () => {
  await expect(kept()).rejects.toThrow(UnitScoreNotFound);
  const [opened, ...rest] = files;
  const elsewhere = new ScoreHistory('u18', 2024).opened('so').events[0] as HistoryEvent;
  const history = [
    registered,
    opened as HistoryEvent,
    ...rest,
    inStream('unit-u17', unitRenamed.of(rename)),
    elsewhere,
    announcedAs(results),
    results,
    correctedTo(results, [['u17', '75', 1, 'good']]),
  ];
  await happens(history.shift() as HistoryEvent);
  let before = '';
  for (const event of history) {
    await happens(event);
    const answer = await kept();
    expect(answer).toBe(await afresh());
    expect(answer).toBe(await kept());
    expect(answer).not.toBe(before);
    before = answer;
  }
  expect(JSON.parse(before)).toMatchObject({ status: 'official', unitName: 'Sở Mới', components: { length: 4 } });
});

it('says from the next question on that a faulty event stopped the unit-year, and that it goes on', async () => {
  for (const event of files) await happens(event);
  expect(JSON.parse(await kept())).toMatchObject({ halted: false });
  await happens(inStream('casework-2024.u17', { type: 'CaseLost', data: {} }));
  expect(JSON.parse(await kept())).toMatchObject({ halted: true });
  expect(await kept()).toBe(await afresh());
  for (const table of ['quarantine', 'parked_event']) await lab.scope.session.query(`DELETE FROM read_model.${table}`);
  expect(JSON.parse(await kept())).toMatchObject({ halted: false });
});

/** The codes of the components that are written until the answer is there. */
async function written(answer: () => Promise<string>): Promise<readonly string[]> {
  const write = jest.spyOn(JSON, 'stringify');
  await answer();
  const codes = write.mock.calls.flatMap(([value]) => (value as { readonly code?: string }).code ?? []);
  write.mockRestore();
  return codes;
}

it('writes only the component that something was said of', async () => {
  const file = new ScoreHistory('u17', 2024).opened('so').declared('1.1.1', '3').declared('1.1.2', '2').submitted();
  for (const event of file.events) await happens(event);
  expect(await written(kept)).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.4']);
  await happens(file.confirmed('1.1.2', '2').events.at(-1) as HistoryEvent);
  expect(await written(kept)).toEqual(['1.1.2']);
  expect(await kept()).toBe(await afresh());
});

it('is not written anew while nothing is said of the unit-year', async () => {
  for (const event of files) await happens(event);
  const given = statementsGiven();
  await kept();
  await happens(new ScoreHistory('u18', 2024).opened('so').events[0] as HistoryEvent);
  await kept();
  expect((await given()).slice(1)).toEqual([null]);
});

interface Answered {
  readonly rows: readonly { readonly found?: { readonly statements: readonly unknown[] | null } | null }[];
}

/** What was asked of a generation that is not the live one any more is asked again. */
function refused(error: { readonly code?: string }): Answered {
  if (error.code !== 'PL001') throw error as Error;
  return { rows: [] };
}

/** From now on: how many statements the database gave for each sheet, null where the one that is kept is the present one. */
function statementsGiven(): () => Promise<(number | null)[]> {
  const { master: pool } = lab.dataSource.driver as unknown as { readonly master: Pool };
  const asked = jest.spyOn(pool, 'query');
  return async () => {
    const asking = asked.mock.results.map(({ value }) => value as unknown as Promise<Answered>);
    const answers = await Promise.all(asking.map((answer) => answer.catch(refused)));
    const sheets = answers.flatMap(({ rows }) => rows).filter(({ found }) => found !== undefined);
    return sheets.map(({ found }) => found && (found.statements?.length ?? 0)) as (number | null)[];
  };
}

const row = (sql: string) => lab.scope.session.query(sql);

it('asks only for what was said since, and for everything where something was taken away or there is less than before', async () => {
  for (const event of files) await happens(event);
  const given = statementsGiven();
  await kept();
  await kept();
  await happens(new ScoreHistory('u17', 2024).declared('1.1.2', '2').events[0] as HistoryEvent);
  expect(await kept()).toContain('"self":{"exact":"2"');
  await happens(inStream('unit-u17', unitRegistered.of({ ...unit, name: 'Sở Khác' })));
  expect(await kept()).toContain('Sở Khác');
  const [all, ...others] = await given();
  expect(others).toEqual([null, 1, 0]);
  await row(`DELETE FROM read_model.scorecard_statement WHERE matter = 'self/1.1.1'`);
  await row('UPDATE read_model.scorecard_file SET position = position + 1');
  await kept();
  expect((await given()).slice(4)).toEqual([0, (all as number) - 1]);
  await row('UPDATE read_model.scorecard_file SET position = position - 2');
  await kept();
  expect((await given()).slice(6)).toEqual([(all as number) - 1]);
});

it('outlives a cut-over to rows that were found to be the same, and is asked for anew where they were not', async () => {
  for (const event of files) await happens(event);
  const { dataSource, store, scope } = lab;
  const catalogue = new ProjectionCatalogue();
  catalogue.add(scope.projection);
  const desk = new RebuildDesk(dataSource, store, scope.registry, catalogue);
  const given = statementsGiven();
  await kept();
  await desk.rebuild('scorecard');
  expect(await desk.compare('scorecard')).toMatchObject({ same: true });
  await desk.cutOver('scorecard');
  await kept();
  expect((await given()).slice(1)).toEqual([null]);
  await row(`UPDATE read_model.scorecard_statement SET actor = 'kẻ khác' WHERE matter = 'self/1.1.1'`);
  expect(await desk.compare('scorecard')).toMatchObject({ same: false });
  await desk.rollBack('scorecard');
  expect(await kept()).toBe(await afresh());
  const [all, ...others] = await given();
  expect(others).toEqual([null, all]);
});

it('knows no position as long as a part of the read model has applied nothing', async () => {
  for (const event of files) await happens(event);
  await lab.scope.session.query('UPDATE read_model.checkpoint SET position = NULL');
  expect(JSON.parse(await kept())).toMatchObject({ unitId: 'u17', asOf: null });
  expect(await kept()).toBe(await afresh());
});

it('is written anew when results were published a second time', async () => {
  for (const event of [...files, results]) await happens(event);
  expect(JSON.parse(await kept())).toMatchObject({ official: { index: { exact: '66.67' } } });
  await happens(publishedResults(2024, 'so', [['u17', '70', 1, 'good']]));
  expect(JSON.parse(await kept())).toMatchObject({ official: { index: { exact: '70' } } });
  expect(await kept()).toBe(await afresh());
});
