import { periodOpened } from '@app/period';
import { ReadYourWrites } from '@app/read-store';
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
import { blockDefined, unitJoinedBlock, unitRegistered, unitRenamed } from '@app/unit';
import { ranking } from '../projections/ranking.projection';
import { GetRanking, GetRankingHandler, GetWrittenRanking, GetWrittenRankingHandler } from './get-ranking.query';

const ruleset = smallRuleset([component('1', { max: '10' })]);
const ref = { id: 'small', version: 1, sha256: '0'.repeat(64) };
const unit = (unitId: string) => [
  inStream(
    `unit-${unitId}`,
    unitRegistered.of({
      unitId,
      name: `Sở ${unitId}`,
      type: 'department',
      parentId: null,
      officialCode: null,
      registeredOn: '2020-01-01',
    }),
  ),
  inStream('block-so', unitJoinedBlock.of({ blockId: 'so', unitId, from: '2021-01-01' })),
];
const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
const period = { year: 2024, ...deadlines, asked: deadlines, blocks: [{ blockId: 'so', ruleset: ref }] };
const scored = (unitId: string, points: string): HistoryEvent[] =>
  new ScoreHistory(unitId, 2024).opened('so').declared('1', points).submitted().confirmed('1', points).events;

const question = { year: 2024, blockId: 'so' };

let lab: ProjectionLab;
let known: GetWrittenRankingHandler;
let afresh: GetRankingHandler;
beforeEach(async () => {
  lab = await ProjectionLab.open(ranking({ get: () => ruleset }), new InMemoryEventStore());
  const waits = new ReadYourWrites(lab.dataSource);
  known = new GetWrittenRankingHandler(lab.dataSource, waits);
  afresh = new GetRankingHandler(lab.dataSource, waits);
});
afterEach(() => lab.close());

it('is after every event what it would be afresh, byte for byte', async () => {
  const rename = { unitId: 'u1', name: 'Sở Mới', effectiveOn: '2024-06-01', decree: sampleDecree };
  const results = publishedResults(2024, 'so', [['u1', '91', 1, 'excellent']]);
  const history = [
    ...[inStream('block-so', blockDefined.of({ blockId: 'so', name: 'Khối sở' })), ...unit('u1'), ...unit('u2')],
    ...[inStream('period-2024', periodOpened.of(period)), ...scored('u1', '8'), ...scored('u2', '9')],
    ...[inStream('unit-u1', unitRenamed.of(rename)), inStream('casework-2024.u2', { type: 'CaseLost', data: {} })],
    announcedAs(results),
    results,
    correctedTo(results, [['u2', '92', 1, 'excellent']]),
  ];
  const states = new Set<string>();
  for (const event of history) {
    await appendTo(lab.store, event);
    await lab.catchUp();
    const fresh = await afresh.execute(new GetRanking(question)).catch(() => undefined);
    if (!fresh) continue; // Nobody has opened the year yet.
    for (let times = 0; times < 2; times += 1) {
      const text = await known.execute(new GetWrittenRanking(question));
      const { about } = text;
      expect(text.toString()).toBe(JSON.stringify(fresh));
      expect(about).toEqual({ year: 2024, blockName: fresh.blockName, state: fresh.state, ruleset: fresh.ruleset });
    }
    const names = [...fresh.ranked, ...fresh.unranked].map(({ unitName }) => unitName);
    states.add([fresh.state, ...names, ...fresh.halted].join(', '));
  }
  expect([...states]).toEqual([
    'open, Sở u1, Sở u2',
    'open, Sở u2, Sở u1',
    'open, Sở u2, Sở Mới',
    'open, Sở u2, Sở Mới, 2024.u2',
    'provisional, Sở u1',
    'official, Sở u1',
    'official, Sở u2, 2024.u2',
  ]);
});

it('knows no position as long as a part of the read model has applied nothing', async () => {
  await appendTo(lab.store, inStream('period-2024', periodOpened.of(period)));
  await lab.catchUp();
  await lab.scope.session.query('UPDATE read_model.checkpoint SET position = NULL');
  const text = await known.execute(new GetWrittenRanking(question));
  expect(JSON.parse(text.toString())).toMatchObject({ blockId: 'so', asOf: null });
  expect(text.toString()).toBe(JSON.stringify(await afresh.execute(new GetRanking(question))));
});
