import { demoBlocks, demoYears, storyDeputies, storyMergers, unitsOf } from '@app/demo';
import { type EventStore, PostgresEventStore } from '@app/event-store';
import { type RankingReport, rankingReportText } from '@app/platform';
import { embeddedAddresses } from '@app/postgres';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, par } from './par-command';
import { parHere } from '../../apps/ops/test/par-here';
import { nothingLeftOn, processesOn, StartedApp } from './started-app';

jest.setTimeout(180_000);

const base = mkdtempSync(join(tmpdir(), 'par demo-'));
chmodSync(base, 0o755);
const dataDir = join(base, 'var');
const apps: StartedApp[] = [];

const begin = async (): Promise<StartedApp> => {
  const app = await StartedApp.start({ dataDir, demo: true });
  apps.push(app);
  return app;
};

/** Ready, and everything said that is said then. */
const started = async (): Promise<StartedApp> => {
  const app = await (await begin()).ready();
  return app.until('it said where it is', () => app.printed.includes('Ctrl-C'));
};

/** Ends whoever works on the data: the server's keeper is no member of the app's group. */
const killServers = () => {
  for (const { pid } of processesOn(base)) process.kill(pid, 'SIGKILL');
};

beforeAll(ensureBuilt);
afterAll(async () => {
  await Promise.all(apps.map((app) => app.signal('SIGKILL')));
  await nothingLeftOn(base, 30_000).catch((error: unknown) => {
    killServers();
    throw error;
  });
  rmSync(base, { recursive: true, force: true });
});

/** The log of the embedded server, entered from outside. Throws when no server was there yet. */
function openLog(): EventStore {
  const folder = join(dataDir, 'postgres');
  const passwords = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as never;
  const port = Number(readFileSync(join(folder, 'port'), 'utf8'));
  return PostgresEventStore.open({ url: embeddedAddresses({ passwords }, port).appUrl });
}

/** Number of events in the log; 0 while nobody answers. Keeps its connection from one call to the next. */
class Head {
  private log: EventStore | undefined;

  async events(): Promise<number> {
    try {
      this.log ??= openLog();
      return Number(await this.log.head());
    } catch {
      await this.close();
      return 0;
    }
  }

  async close(): Promise<void> {
    await this.log?.close();
    this.log = undefined;
  }
}

async function events(): Promise<number> {
  const head = new Head();
  return head.events().finally(() => head.close());
}

/** Of every event, the command behind it. */
async function commandIds(): Promise<string[]> {
  const log = openLog();
  const ids: string[] = [];
  for (let page = await log.page(undefined, 5_000); page.events.length > 0; page = await log.page(page.next, 5_000)) {
    ids.push(...page.events.map(({ metadata }) => metadata.commandId));
  }
  await log.close();
  return ids;
}

/** What stands above the line that says where the program is. */
const tableOf = ({ printed }: StartedApp) => printed.slice(0, printed.indexOf('Sẵn sàng'));

/** Number of commands that the program says it carried out; undefined when it loaded nothing. */
const loaded = ({ output }: StartedApp) => /Nạp dữ liệu mẫu: (\d+) thao tác\n/.exec(output)?.[1];

/** Opening a block's year leaves one event for each unit beside its own; who merges later in the year has been opened, too. A delegation names its delegate. */
const besides = () => {
  const opened = demoYears.flatMap((year) => demoBlocks.map((block) => unitsOf(block, year).length));
  const merging = storyMergers.map(({ predecessors }) => predecessors.length);
  return [...opened, ...merging].reduce((sum, more) => sum + more, storyDeputies.size);
};

describe('a start with the demo', () => {
  let commands: number;

  it.each([
    ['a few hundred events', 300, 'group'],
    ['half of the events', 5_000, 'all'],
  ])('killed after %s', async (_moment, least, whom) => {
    const app = await begin();
    const head = new Head();
    await app.until(`${least} events`, async () => (await head.events()) >= least);
    const ended = app.signal('SIGKILL');
    if (whom === 'all') killServers();
    await ended;
    await head.close();
    expect([app.printed, loaded(app)]).toEqual(['', undefined]);
  });

  it('goes on where it was cut off; killed again as soon as everything is loaded', async () => {
    const app = await begin();
    await app.until('it was loaded', () => loaded(app) !== undefined);
    await app.signal('SIGKILL');
    commands = Number(loaded(app));
    expect(app.printed).toBe('');
  });

  describe('started again', () => {
    let first: StartedApp;
    let second: StartedApp;
    let report: RankingReport;
    const run = (...words: string[]) => par(words, { DATA_DIR: dataDir });

    beforeAll(async () => {
      first = await started();
      const head = await events();
      expect(await first.signal('SIGINT')).toBe(0);
      second = await started();
      expect(await events()).toBe(head);
      report = JSON.parse((await run('ranking', '--json')).stdout) as RankingReport;
    });

    it('loads nothing any more', () => {
      expect([loaded(first), loaded(second)]).toEqual([undefined, undefined]);
    });

    it('holds every act once', async () => {
      const ids = await commandIds();
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(1 + commands + besides());
    });

    it('prints the same ranking every time, and `par ranking` the same', async () => {
      expect(tableOf(first)).toMatch(/^[^\n]*2024: kết quả chính thức, 22 đơn vị được xếp hạng\n/);
      expect(tableOf(second)).toBe(tableOf(first));
      expect(tableOf(second)).toBe(`${rankingReportText(report)}\n`);
      expect(await run('ranking')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(tableOf(second)) as string,
      });
    });

    it('ranks the 22 districts, and the 22 departments with what came out of a merger, a tie among them', () => {
      expect(report.rankings.map(({ year, blockId, n }) => [year, blockId, n])).toEqual([
        [2024, 'quan_huyen', 22],
        [2024, 'so_ban_nganh', 23],
      ]);
      for (const { n, ranked, unranked, halted } of report.rankings) {
        expect([new Set(ranked.map(({ unitId }) => unitId)).size, unranked, halted]).toEqual([n, [], []]);
        const indexes = ranked.map(({ index }) => Number(index?.displayed));
        expect(indexes).toEqual([...indexes].sort((a, b) => b - a));
      }
      const tied = report.rankings[1]?.ranked.filter((unit) => unit.tied) ?? [];
      expect(tied.map(({ unitId }) => unitId)).toEqual(expect.arrayContaining(['so_du_lich', 'so_ngoai_vu']));
      expect(new Set(tied.map(({ rank, total }) => `${rank} ${total?.displayed}`)).size).toBe(1);
    });

    describe('answers on the command line, beside the running program', () => {
      /** One of each kind in a process of its own, as people call it. */
      const ofItsOwn = new Set(['flags --year 2024', 'flags --json', 'projections retry nope', 'demo']);
      const line = (words: string) => (ofItsOwn.has(words) ? par : parHere)(words.split(' '), { DATA_DIR: dataDir });

      it.each<[string, RegExp]>([
        ['ranking --year 2023 --block quan_huyen', /^[^\n]*2023: [^\n]*21 đơn vị.*\n(.*\n){23,}.*chưa nộp.*\n/],
        ['ranking --year 2021', /Nguồn: /],
        ['flags --year 2024', /\n\d+ đề xuất, số liệu đến vị trí \d+ của nhật ký\./],
        ['flags --unit so_xay_dung', /^Sở Xây dựng, năm 2024, .*\(B\)/m],
        ['score --unit so_tu_phap --year 2024', /^Sở Tư pháp, năm 2024 \(chính thức, .*\n.* — mẫu\n/],
        ['projections status', /^ranking +v\d+ +(\d+) +\1 +0 /m],
        ['projections catch-up', /^ranking +v\d+ +(\d+) +\1 +0 /m],
        ['projections retry ranking', /^Không có phần nào đang tạm dừng\.\n$/],
        ['demo', /22 đơn vị được xếp hạng/],
      ])('par %s', async (words, text) => {
        expect(await line(words)).toEqual({ code: 0, stdout: expect.stringMatching(text) as string, stderr: '' });
      });

      it.each<[string, string[], string, string[]]>([
        ['ranking --year 2021 --json', ['rankings'], 'rankings', ['year', 'blockId', 'state', 'n', 'source', 'ranked']],
        [
          'flags --json',
          ['flags', 'asOf'],
          'flags',
          ['kind', 'unitId', 'derivation', 'caveats', 'eventIds', 'tenures'],
        ],
        ['score --unit so_tu_phap --year 2024 --json', ['total', 'index'], 'components', ['code', 'points', 'reason']],
        ['projections status --json', ['ready', 'quarantine'], 'projections', ['projection', 'position', 'lagEvents']],
        ['projections catch-up --json', ['ready', 'quarantine'], 'projections', ['projection', 'head', 'problems']],
        ['demo --json', ['rankings'], 'rankings', ['year', 'blockId', 'ranked', 'unranked', 'flags', 'asOf']],
      ])('par %s', async (words, keys, list, itemKeys) => {
        const { code, stdout, stderr } = await line(words);
        expect([code, stderr]).toEqual([0, '']);
        const data = JSON.parse(stdout) as Record<string, object[]>;
        expect(Object.keys(data)).toEqual(expect.arrayContaining([...keys, list]));
        for (const item of data[list] ?? []) expect(Object.keys(item)).toEqual(expect.arrayContaining(itemKeys));
        expect(data[list]).not.toHaveLength(0);
      });

      it.each<[string, string]>([
        ['ranking --block nope', 'nope'],
        ['ranking --year 1999', '1999'],
        ['ranking --block nope --year 2024 --json', 'nope'],
        ['ranking --block quan_huyen --year 1999', '1999'],
        ['flags --unit nope', 'nope'],
        ['flags --block nope --json', 'nope'],
        ['flags --year 1999', '1999'],
        ['score --unit nope --year 2024', 'nope'],
        ['score --unit so_tu_phap --year 1999 --json', '1999'],
        ['projections retry nope', 'nope'],
      ])('par %s: 1, and one sentence that says what there is not', async (words, word) => {
        const { code, stdout, stderr } = await line(words);
        expect([code, stdout]).toEqual([1, '']);
        expect(stderr).toMatch(/^\p{Lu}[^\n]*\.\n$/u);
        expect(stderr).toContain(word);
      });

      it('changes nothing by all that', async () => {
        expect(await events()).toBe(1 + commands + besides());
        expect(JSON.parse((await line('demo --json')).stdout)).toEqual(report);
      });
    });

    // Last: that he looked goes on record.
    it('shows the head of a unit what the unit was told in each year', async () => {
      interface DemoAccount {
        readonly roles: readonly string[];
        readonly unitId: string;
        readonly token: string;
      }
      const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
      const head = accounts.find(({ roles }) => roles.includes('unit-head'));
      const address = `http://127.0.0.1:${second.port}/units/${head?.unitId}/notices`;
      const answer = await fetch(address, { headers: { Authorization: `Bearer ${head?.token}` } });
      const { notices } = (await answer.json()) as { notices: { year: number; kind: string }[] };
      const results = notices.filter(({ kind }) => kind === 'results-published');
      expect(results.map(({ year }) => year)).toEqual(demoYears);
    });
  });
});
