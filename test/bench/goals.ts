import type { Scale } from './harness/options';
import type { Goal } from './harness/verdict';

const OURS = 'PAR Ledger';
const EMMETT = 'Emmett 0.42.0';
const RAW = 'node-pg INSERT';

const MILLION = 1_000_000;
const ofAMillion = ({ rebuild: [, middle] }: Scale) => middle === MILLION;
const from100kTo5M = ({ rebuild: [small, , large] }: Scale) => small === MILLION / 10 && large === 5 * MILLION;

/** What was promised, as ratios within one run: docs/bench.md explains each row. */
export const goals: readonly Goal[] = [
  {
    id: 'C1',
    what: 'a reader on the tail loses, repeats or swaps nothing',
    claims: [],
    elsewhere: 'npm run test:stress',
  },
  { id: 'C2', what: 'the log is gapless: count = last position', claims: [], elsewhere: 'npm run test:stress' },
  { id: 'C3', what: 'nothing is hidden by a transaction open elsewhere', claims: [], elsewhere: 'npm run test:stress' },
  { id: 'C4', what: 'of racing appends exactly one is accepted', claims: [], elsewhere: 'npm run test:stress' },
  {
    id: 'A1',
    what: 'append, 1 client',
    claims: [{ contest: 'append, 1 client', figure: 'rate', subject: OURS, against: RAW, atLeast: 0.85 }],
  },
  {
    id: 'A2',
    what: 'append, 16 clients',
    claims: [
      { contest: 'append, 16 clients', figure: 'rate', subject: OURS, against: RAW, atLeast: 1.8 },
      { contest: 'append, 16 clients', figure: 'rate', subject: OURS, against: 'pgbench', atLeast: 1.4 },
    ],
  },
  {
    id: 'A3',
    what: 'append, 64 clients',
    claims: [
      { contest: 'append, 64 clients', figure: 'rate', subject: OURS, against: 'pgbench', atLeast: 2.3 },
      { contest: 'append, 64 clients', figure: 'rate', subject: OURS, against: EMMETT, atLeast: 10 },
    ],
  },
  {
    id: 'A4',
    what: 'append of 100 events, 16 clients',
    claims: [
      {
        contest: 'append 100 events, 16 clients',
        figure: 'rate',
        subject: OURS,
        against: 'node-pg UNNEST',
        atLeast: 0.75,
      },
    ],
  },
  {
    id: 'A5',
    what: 'p99 of one append, 16 clients',
    claims: [{ contest: 'append, 16 clients', figure: 'p99', subject: OURS, against: RAW, atMost: 0.7 }],
  },
  {
    id: 'A6',
    what: 'a whole command, 16 clients',
    claims: [
      {
        contest: 'command, 16 clients',
        figure: 'rate',
        subject: 'command bus',
        against: 'our bare append',
        atLeast: 0.4,
      },
      { contest: 'command, 16 clients', figure: 'rate', subject: 'command bus', against: EMMETT, atLeast: 2 },
    ],
  },
  {
    id: 'B1',
    what: 'bulk import under the lock of the log',
    claims: [{ contest: 'bulk import', figure: 'rate', subject: OURS, against: 'COPY', atLeast: 0.8 }],
  },
  {
    id: 'B2',
    what: 'survey responses, 500 per event',
    claims: [{ contest: 'survey responses', figure: 'rate', subject: OURS, against: EMMETT, atLeast: 8 }],
  },
  {
    id: 'P1',
    what: 'catch-up of 50,000 events, simple projection',
    atItsSize: ({ simpleCatchUp }) => simpleCatchUp === 50_000,
    claims: [{ contest: 'catch-up, simple', figure: 'rate', subject: OURS, against: EMMETT, atLeast: 25 }],
  },
  {
    id: 'P2',
    what: 'catch-up, the real projections',
    claims: [{ contest: 'catch-up, real', figure: 'rate', subject: OURS, against: 'COPY out', atLeast: 0.15 }],
  },
  {
    id: 'P3',
    what: 'lag p99 at 300 appends/s',
    claims: [
      { contest: 'lag', figure: 'p99', subject: OURS, against: EMMETT, atMost: 0.05 },
      { contest: 'lag', figure: 'p99', subject: OURS, atMost: 25 },
    ],
  },
  {
    id: 'R1',
    what: 'full rebuild of all read models, 1 million events',
    atItsSize: ofAMillion,
    claims: [{ contest: 'rebuild', figure: 'rate', subject: OURS, against: 'COPY out + COPY in', atLeast: 0.5 }],
  },
  {
    id: 'R2',
    what: 'the same against the peer’s catch-up',
    atItsSize: ofAMillion,
    claims: [{ contest: 'rebuild', figure: 'rate', subject: OURS, against: EMMETT, atLeast: 35 }],
  },
  {
    id: 'R3',
    what: 'peak memory of the rebuild, 5 million events against 100,000',
    atItsSize: from100kTo5M,
    claims: [
      { contest: 'rebuild, growth', figure: 'peak', subject: 'large log', against: 'small log', atMost: 1.5 },
      { contest: 'rebuild, growth', figure: 'peak', subject: 'large log', atMost: 256 },
    ],
  },
  {
    id: 'R4',
    what: 'reads during a rebuild, p99',
    claims: [{ contest: 'reads', figure: 'p99', subject: 'while rebuilding', against: 'quiet', atMost: 3 }],
  },
  {
    id: 'G1',
    what: 'cost exponent of the rebuild, 100,000 to 5 million events',
    atItsSize: from100kTo5M,
    claims: [{ contest: 'rebuild, growth', figure: 'exponent', subject: OURS, atMost: 1.05 }],
  },
  {
    id: 'G2',
    what: 'a log of 1 million events against a short one',
    atItsSize: ({ longLog }) => longLog === MILLION,
    claims: [
      { contest: 'growth, append', figure: 'rate', subject: 'long log', against: 'short log', atLeast: 0.9 },
      { contest: 'growth, tail poll', figure: 'p50', subject: 'long log', against: 'short log', atMost: 1.4 },
      { contest: 'growth, stream read', figure: 'p50', subject: 'long log', against: 'short log', atMost: 1.2 },
    ],
  },
  {
    id: 'Q1',
    what: 'ranking queries over 12 years against SELECT 1',
    atItsSize: ({ years }) => years === 12,
    claims: ['first 50', 'a block', 'history of a unit'].flatMap((subject) => [
      { contest: 'ranking', figure: 'p50', subject, against: 'SELECT 1', atMost: 8 },
      { contest: 'ranking', figure: 'p99', subject, against: 'SELECT 1', atMost: 3 },
    ]),
  },
  {
    id: 'Q2',
    what: 'replay of one unit-year',
    claims: [{ contest: 'unit-year', figure: 'rate', subject: OURS, against: 'node-pg SELECT', atLeast: 0.9 }],
  },
  {
    id: 'V1',
    what: 'reads that go on record against reads that do not',
    claims: ['views, score sheet', 'views, proposals'].map((contest) => ({
      ...{ contest, figure: 'p95', subject: 'recorded', against: 'unrecorded', atMost: 1.1 },
    })),
  },
  { id: 'E1', what: 'the EventStoreDB adapter', claims: [], elsewhere: 'needs a real server' },
];
