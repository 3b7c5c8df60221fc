import { parseArgs } from 'node:util';

/** How much is measured. Times in ms, sizes in events unless said otherwise. */
export interface Scale {
  readonly name: 'quick' | 'default' | 'full';
  /** Rounds that count. */
  readonly rounds: number;
  /** One round of one subject in a contest of rates. */
  readonly slice: number;
  readonly simpleCatchUp: number;
  /** About how long the logs are for the catch-up with the real projections: the first in all rounds, the others in three. */
  readonly realCatchUp: readonly number[];
  /** About how long the logs are for the rebuild: `middle` beside the limit, `small` and `large` for what growth costs. */
  readonly rebuild: readonly [small: number, middle: number, large: number];
  readonly rebuildRounds: number;
  readonly growthRounds: number;
  /** A log on which nothing may have become slower. */
  readonly longLog: number;
  readonly bulk: number;
  /** Survey responses. */
  readonly responses: number;
  /** Appends of one round of the lag. */
  readonly lagAppends: number;
  /** Questions per round where single answers are timed. */
  readonly questions: number;
  readonly years: number;
}

const QUICK: Scale = {
  name: 'quick',
  rounds: 2,
  slice: 200,
  simpleCatchUp: 2_000,
  realCatchUp: [12_000, 24_000],
  rebuild: [12_000, 12_000, 24_000],
  rebuildRounds: 1,
  growthRounds: 2,
  longLog: 40_000,
  bulk: 5_000,
  responses: 5_000,
  lagAppends: 150,
  questions: 100,
  years: 2,
};
const DEFAULT: Scale = {
  name: 'default',
  rounds: 5,
  slice: 1_500,
  simpleCatchUp: 50_000,
  realCatchUp: [50_000, 100_000],
  rebuild: [50_000, 100_000, 500_000],
  rebuildRounds: 5,
  growthRounds: 3,
  longLog: 1_000_000,
  bulk: 100_000,
  responses: 200_000,
  lagAppends: 1_500,
  questions: 1_000,
  years: 12,
};
const FULL: Scale = {
  ...DEFAULT,
  name: 'full',
  slice: 3_000,
  realCatchUp: [50_000, 100_000, 1_000_000],
  rebuild: [100_000, 1_000_000, 5_000_000],
  lagAppends: 3_000,
};

export interface BenchOptions {
  readonly scale: Scale;
  /** Rows to run; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

/** Throws a TypeError for an option that there is not, an Error for a row that there is not or a number of rounds that is none. */
export function readOptions(argv: readonly string[], rows: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'string' },
    },
  });
  const only = values.only?.split(',').map((row) => row.trim().toUpperCase());
  const unknown = only?.find((row) => !rows.includes(row));
  if (unknown !== undefined) throw new Error(`There is no row ${unknown}; rows: ${rows.join(', ')}`);
  const scale = atMost(values.rounds, values.quick ? QUICK : values.full ? FULL : DEFAULT);
  return { scale, only, json: values.json, markdown: values.markdown };
}

/** Fewer rounds, where an hour is not to be had: the page says of each figure how many there were. */
function atMost(asked: string | undefined, scale: Scale): Scale {
  if (asked === undefined) return scale;
  if (!/^[1-9]\d?$/.test(asked)) throw new Error(`--rounds takes a number from 1 to 99, not ${asked}`);
  const fewer = (rounds: number): number => Math.min(rounds, Number(asked));
  const { rounds, rebuildRounds, growthRounds } = scale;
  const all = { rounds: fewer(rounds), rebuildRounds: fewer(rebuildRounds), growthRounds: fewer(growthRounds) };
  return { ...scale, ...all };
}
