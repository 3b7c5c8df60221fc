import { GetRanking, GetRankingHistory } from '@app/ranking';
import { ProjectionHost, QuarantineDesk } from '@app/read-store';
import { QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { blocks, lastYear, publishedYears, smallBlock } from '../data/published-years';
import { seed } from '../data/seed';
import type { Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { latencyFigures } from '../harness/load';
import { openBenchLedger } from './ledger';

/** The questions of the ranking page through the query bus, over 3,300 units in 34 blocks and 12 years, each beside `SELECT 1`. */
export const rankingQueries: Experiment = {
  rows: ['Q1'],
  run: async ({ server, scale, say }) => {
    const database = await server.database();
    say('ranking: publishing the years');
    await seed(database, publishedYears(scale.years));
    const { app, close } = await openBenchLedger(database.appUrl);
    try {
      await app.get(ProjectionHost).start();
      await app.get(ProjectionHost).catchUp();
      if ((await app.get(QuarantineDesk).list()).length > 0) throw new Error('The ranking refused an event');
      await app.get(ProjectionHost).stop();
      await app.get(DataSource).query('ANALYZE');
      const [bus, dataSource] = [app.get(QueryBus), app.get(DataSource)];
      const subjects = subjectsOf(bus, dataSource, scale.questions);
      return await interleaved(
        { name: 'ranking', units: { p50: 'ms', p99: 'ms' }, subjects, rounds: scale.rounds },
        say,
      );
    } finally {
      await close();
      await database.drop();
    }
  },
};

function subjectsOf(bus: QueryBus, dataSource: DataSource, questions: number): readonly Subject[] {
  const large = blocks.filter(({ blockId }) => blockId !== smallBlock);
  const units = blocks.flatMap((block) => block.units);
  const blockAt = (turn: number) => large[turn % large.length]?.blockId ?? smallBlock;
  const unitAt = (turn: number) => units[(turn * 31) % units.length] ?? '';
  return [
    timedOneByOne('SELECT 1', questions, () => dataSource.query('SELECT 1')),
    timedOneByOne('first 50', questions, () => bus.execute(new GetRanking({ year: lastYear, blockId: smallBlock }))),
    timedOneByOne('a block', questions, (turn) =>
      bus.execute(new GetRanking({ year: lastYear, blockId: blockAt(turn) })),
    ),
    timedOneByOne('history of a unit', questions, (turn) =>
      bus.execute(new GetRankingHistory({ unitId: unitAt(turn) })),
    ),
  ];
}

function timedOneByOne(name: string, questions: number, ask: (turn: number) => Promise<unknown>): Subject {
  const run = async () => {
    const latencies: number[] = [];
    for (let turn = 0; turn < questions; turn += 1) {
      const begun = performance.now();
      await ask(turn);
      latencies.push(performance.now() - begun);
    }
    return latencyFigures(latencies);
  };
  return { name, role: name === 'SELECT 1' ? 'limit' : 'ours', run };
}
