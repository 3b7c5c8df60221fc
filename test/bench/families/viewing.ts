import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { seedNation } from '../data/nation';
import type { Bench, Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop } from '../harness/load';
import { startApi } from '../harness/program';

/** Auditors who read at once, each with an account; more would measure how requests wait for each other. */
const AUDITORS = 4;
/** One year of one province of the made-up nation, with its departments. */
const EVENTS = 20_000;
const YEAR = 2025;
const DEPARTMENTS = 17;
const departmentAt = (turn: number) => `mau_t01_s${String((turn % DEPARTMENTS) + 1).padStart(2, '0')}`;
const tokenOf = (client: number) => `token-of-the-auditor-number-${client}`;

/** What it costs a reader that each look at a score sheet, and at a list of proposals, goes on record: the API with and without it. */
export const viewing: Experiment = {
  rows: ['V1'],
  run: async (bench) => {
    const silence = `--require ${JSON.stringify(join(__dirname, '..', 'children', 'unrecorded.js'))}`;
    const recorded = await prepared(bench, 'recorded', {});
    const unrecorded = await prepared(bench, 'unrecorded', { NODE_OPTIONS: silence });
    const agent = new Agent({ keepAlive: true, maxSockets: 2 * AUDITORS });
    const ask = (name: string, port: number, path: (turn: number) => string) =>
      questions(name, agent, port, path, bench.scale.slice);
    const units = { p50: 'ms', p95: 'ms', rate: 'requests/s' };
    const contest = (name: string, path: (turn: number) => string) => {
      const subjects = [ask('recorded', recorded.port, path), ask('unrecorded', unrecorded.port, path)];
      return interleaved({ name, units, subjects, rounds: bench.scale.rounds }, bench.say);
    };
    try {
      const sheets = await contest('views, score sheet', (turn) => `/scorecards/${YEAR}/${departmentAt(turn)}`);
      return [...sheets, ...(await contest('views, proposals', () => `/flags?year=${YEAR}&limit=50`))];
    } finally {
      agent.destroy();
      await Promise.all([recorded.stop(), unrecorded.stop()]);
    }
  },
};

/** An API over a log of its own, so that the records of one are no work of the other. */
async function prepared({ server, say }: Bench, name: string, env: Readonly<Record<string, string>>) {
  const database = await server.database();
  say(`views: preparing files, ${name}`);
  await seedNation(database, EVENTS);
  const accountsFile = join(server.folder, `auditors-${name}.json`);
  const accounts = Array.from({ length: AUDITORS }, (_, client) => ({
    ...{ id: `auditor-${client}`, name: `Thanh tra ${client}`, roles: ['auditor'], unitId: null },
    tokenSha256: createHash('sha256').update(tokenOf(client)).digest('hex'),
  }));
  writeFileSync(accountsFile, JSON.stringify(accounts), { mode: 0o600 });
  const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const rates = { REQUESTS_PER_SECOND_PER_ACCOUNT: '99999', REQUESTS_PER_SECOND_PER_ADDRESS: '99999' };
  const rest = { ACCOUNTS_FILE: accountsFile, DATA_DIR: server.folder, LOG_LEVEL: 'error' };
  const api = await startApi({ ...addresses, ...rates, ...rest, ...env });
  return { port: api.port, stop: () => api.stop().then(() => database.drop()) };
}

function questions(name: string, agent: Agent, port: number, path: (turn: number) => string, ms: number): Subject {
  let turn = 0;
  const run = () =>
    closedLoop(AUDITORS, ms, async (client) => {
      await answered(agent, port, path((turn += 1)), tokenOf(client));
      return 1;
    });
  return { name, role: 'ours', run };
}

/** Throws for any answer but 200: a refusal is fast, and no figure. */
function answered(agent: Agent, port: number, path: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` };
    get({ agent, port, path, host: '127.0.0.1', headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${response.statusCode} at ${path}`)),
      );
    }).on('error', reject);
  });
}
