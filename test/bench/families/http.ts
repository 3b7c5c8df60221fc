import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import { assessmentOpened } from '@app/assessment';
import { periodOpened } from '@app/period';
import { rulesetRef } from '@app/ruleset';
import { blockDefined, unitJoinedBlock, unitRegistered } from '@app/unit';
import { declarable, ruleset } from '../data/declarations';
import { blocks, lastYear, publishedYears } from '../data/published-years';
import { seed, type SeedEvent } from '../data/seed';
import type { Bench, Experiment } from '../harness/bench';
import { running } from '../harness/child';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop } from '../harness/load';
import { freePort, startApi } from '../harness/program';

const CONNECTIONS = 16;
const FIRST_YEAR = 2025;
const YEARS = 40;
const BLOCK = 'so_nganh';
const COMMANDS_PER_FILE = 400;

/** Questions and commands through the API in a process of its own, beside a bare server of node. */
export const http: Experiment = {
  rows: ['H1'],
  run: async (bench) => {
    const { server, scale, say } = bench;
    const database = await server.database();
    say('http: preparing files and rankings');
    await seed(database, prepared());
    const api = await startApi(environment(bench, database));
    const port = await freePort();
    const bare = await running('bare-http', { bytes: 2_000, port });
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const subjects = [
      questions('bare node:http', 'limit', agent, port, () => '/', scale.slice),
      questions('history of a unit', 'ours', agent, api.port, (turn) => `/rankings/units/${unitAt(turn)}`, scale.slice),
      questions(
        'ranking of a block',
        'ours',
        agent,
        api.port,
        (turn) => `/rankings/${lastYear}/${blockAt(turn)}`,
        scale.slice,
      ),
      commands(agent, api.port, scale.slice),
    ];
    const units = { rate: 'requests/s', p50: 'ms', p99: 'ms' };
    try {
      return await interleaved({ name: 'http, 16 connections', units, subjects, rounds: scale.rounds }, say);
    } finally {
      agent.destroy();
      bare.stop();
      await Promise.all([api.stop(), bare.ended]);
      await database.drop();
    }
  },
};

const unitAt = (turn: number) => `xa_${(turn * 31) % 3_300}`;
const blockAt = (turn: number) => blocks[turn % blocks.length]?.blockId ?? '';
const officeOf = (client: number) => `so_${client}`;
const tokenOf = (client: number) => `token-of-the-officer-of-${officeOf(client)}`;

const deadlines = { submitBy: '2299-12-20T17:00:00.000Z', appraiseBy: '2300-02-28T17:00:00.000Z' };

/** Two published years, and a block of offices with a file for every officer in each of many years. */
function* prepared(): Generator<SeedEvent> {
  yield* publishedYears(2);
  const offices = Array.from({ length: CONNECTIONS }, (_, client) => officeOf(client));
  yield { stream: `block-${BLOCK}`, ...blockDefined.of({ blockId: BLOCK, name: 'Khối các Sở' }) };
  for (const unitId of offices) yield* office(unitId);
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) yield* yearOf(year, offices);
}

function* office(unitId: string): Generator<SeedEvent> {
  const from = '2010-01-01';
  const unit = { unitId, name: unitId, type: 'department', officialCode: null, registeredOn: from } as const;
  yield { stream: `unit-${unitId}`, ...unitRegistered.of({ ...unit, parentId: null }) };
  yield { stream: `block-${BLOCK}`, ...unitJoinedBlock.of({ blockId: BLOCK, unitId, from }) };
}

function* yearOf(year: number, offices: readonly string[]): Generator<SeedEvent> {
  const rules = { blockId: BLOCK, ruleset: rulesetRef(ruleset) };
  yield { stream: `period-${year}`, ...periodOpened.of({ year, ...deadlines, asked: deadlines, blocks: [rules] }) };
  for (const unitId of offices) {
    const opened = assessmentOpened.of({ year, unitId, ...rules, ...deadlines });
    yield { stream: `assessment-${year}.${unitId}`, ...opened };
  }
}

/** As an operator would set it up, with one officer's account per connection. */
function environment(
  { server }: Bench,
  { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string },
): Record<string, string> {
  const accountsFile = join(server.folder, 'accounts.json');
  const accounts = Array.from({ length: CONNECTIONS }, (_, client) => ({
    id: `officer-${client}`,
    name: `Cán bộ ${client}`,
    roles: ['unit-officer'],
    unitId: officeOf(client),
    tokenSha256: createHash('sha256').update(tokenOf(client)).digest('hex'),
  }));
  writeFileSync(accountsFile, JSON.stringify(accounts), { mode: 0o600 });
  const addresses = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
  const rates = { REQUESTS_PER_SECOND_PER_ACCOUNT: '99999', REQUESTS_PER_SECOND_PER_ADDRESS: '99999' };
  return { ...addresses, ...rates, ACCOUNTS_FILE: accountsFile, DATA_DIR: server.folder, LOG_LEVEL: 'error' };
}

function questions(
  name: string,
  role: Subject['role'],
  agent: Agent,
  port: number,
  path: (turn: number) => string,
  ms: number,
): Subject {
  let turn = 0;
  const run = () =>
    closedLoop(CONNECTIONS, ms, async () => {
      await ask({ agent, port, path: path((turn += 1)), method: 'GET' }, 200);
      return 1;
    });
  return { name, role, run };
}

/** Each officer declares component after component, for ever; a new year's file when one is long. */
function commands(agent: Agent, port: number, ms: number): Subject {
  const done = Array.from({ length: CONNECTIONS }, () => 0);
  const tags = new Map<string, string>();
  const run = () =>
    closedLoop(CONNECTIONS, ms, async (client) => {
      const count = done[client] ?? 0;
      done[client] = count + 1;
      const year = FIRST_YEAR + (Math.floor(count / COMMANDS_PER_FILE) % YEARS);
      const { component, declaration } = declarable[count % declarable.length] as (typeof declarable)[number];
      const explanation = 'Tài liệu đang được cơ quan lưu trữ số hóa';
      const body = JSON.stringify({
        component: component.code,
        declaration,
        override: null,
        evidence: [],
        explanation,
      });
      const path = `/assessments/${year}/${officeOf(client)}/self-scores`;
      const headers = {
        ...{ Authorization: `Bearer ${tokenOf(client)}`, 'Idempotency-Key': randomUUID() },
        ...{ 'Content-Type': 'application/json', 'If-Match': tags.get(path) ?? '"0"' },
      };
      const { etag } = await ask({ agent, port, path, method: 'POST', headers }, 201, body);
      tags.set(path, etag ?? '');
      return 1;
    });
  return { name: 'command: a self-score', role: 'ours', run };
}

/** The headers of the answer. Throws for any answer but the one expected: a refusal is fast, and no figure. */
function ask(options: RequestOptions, expected: number, body?: string): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, host: '127.0.0.1' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode === expected) resolve(response.headers);
        else reject(new Error(`HTTP ${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}
