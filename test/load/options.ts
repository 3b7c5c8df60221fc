import { parseArgs } from 'node:util';

/** What is run and for how long. Rates are requests per second. */
export interface LoadOptions {
  readonly minutes: number;
  readonly commands: number;
  readonly reads: number;
  /** Units with a file of their own, and an officer each. */
  readonly units: number;
  /** How many apis serve, asked in turn as by a proxy in front of them. */
  readonly apis: number;
  /** `off`: the projections run in a program of their own, as deployed; `inline`: in the api. */
  readonly projector: 'inline' | 'off';
  /** How many times the load the overload is, and how long it lasts, seconds; 0: none. */
  readonly overload: { readonly factor: number; readonly seconds: number };
  /** REQUESTS_AT_ONCE of the api; undefined: its default. */
  readonly atOnce: string | undefined;
  /** Whether all read models are rebuilt, cut over and rolled back under the load that is held. */
  readonly rebuild: boolean;
  readonly json: boolean;
  /** A folder for the CPU profile of the api; undefined: none is taken. */
  readonly profile: string | undefined;
}

const usage = `npm run test:load -- [--minutes 10] [--commands 300] [--reads 600] [--units 600] [--apis 1] [--projector off|inline]
                      [--overload 4] [--overload-seconds 30] [--at-once 256] [--rebuild] [--profile FOLDER] [--json]
`;

/** Reads the command line. Ends the process with the usage when it does not fit. */
export function optionsOf(words: readonly string[]): LoadOptions {
  try {
    const { values } = parseArgs({ args: [...words], options: flags });
    const minutes = positive(values.minutes);
    return {
      minutes,
      commands: positive(values.commands),
      reads: positive(values.reads),
      units: positive(values.units),
      apis: Math.max(1, Math.trunc(positive(values.apis))),
      projector: values.projector === 'inline' ? 'inline' : 'off',
      overload: { factor: positive(values.overload), seconds: positive(values['overload-seconds']) },
      atOnce: values['at-once'],
      rebuild: values.rebuild,
      json: values.json,
      profile: values.profile,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return process.exit(2);
  }
}

const flags = {
  minutes: { type: 'string', default: '10' },
  commands: { type: 'string', default: '300' },
  reads: { type: 'string', default: '600' },
  units: { type: 'string', default: '600' },
  apis: { type: 'string', default: '1' },
  projector: { type: 'string', default: 'off' },
  overload: { type: 'string', default: '4' },
  'overload-seconds': { type: 'string', default: '30' },
  profile: { type: 'string' },
  'at-once': { type: 'string' },
  rebuild: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`Not a number from 0: ${text}`);
  return value;
}
