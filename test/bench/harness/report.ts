import { cpus, loadavg, totalmem } from 'node:os';
import { textTable } from '@app/terminal';
import type { Series } from './series';
import { ratios, type Spread, spreadOf } from './statistics';
import { type Claim, type Goal, judge, type Judged, verdictOf } from './verdict';

/** One run of the benchmark, whole. */
export interface Report {
  readonly begun: string;
  readonly minutes: number;
  readonly scale: string;
  readonly machine: string;
  readonly series: readonly Series[];
  readonly goals: readonly { readonly goal: Goal; readonly judged: readonly Judged[]; readonly verdict: string }[];
  /** Experiments that failed, with the reason; their rows were not measured. */
  readonly failures: readonly string[];
}

export type Row = readonly string[];

export const FIGURE_HEADINGS = ['contest', 'subject', 'figure', 'median', 'range', 'rounds', '× limit', '× Emmett'];
export const GOAL_HEADINGS = ['row', 'what', 'goal', 'figure', 'verdict'];

/** What every goal came to. */
export function judgeAll(goals: readonly Goal[], series: readonly Series[]): Report['goals'] {
  return goals.map((goal) => {
    const judged = goal.claims.map((claim) => judge(claim, series));
    return { goal, judged, verdict: verdictOf(judged) };
  });
}

/** One line per subject and figure. */
export function figureRows(series: readonly Series[]): Row[] {
  return series.flatMap((one) => {
    const spread = spreadOf(one.values);
    if (!spread) return [];
    const { contest, subject, figure, unit } = one;
    const range = spread.rounds === 1 ? '' : `${number(spread.least)}–${number(spread.most)}`;
    const measured = [`${number(spread.median)} ${unit}`.trim(), range, String(spread.rounds)];
    return [[contest, subject, figure, ...measured, against(one, 'limit', series), against(one, 'peer', series)]];
  });
}

/** One line per claim of each goal, the verdict in the first. */
export function goalRows(goals: Report['goals']): Row[] {
  return goals.flatMap(({ goal: { id, what, elsewhere }, judged, verdict }) => {
    if (judged.length === 0) return [[id, what, '', '', elsewhere ?? verdict]];
    return judged.map(({ claim, measured, met }, index) => {
      const mark = met === undefined ? 'not measured' : met ? 'met' : 'missed';
      return [index === 0 ? id : '', index === 0 ? what : '', wanted(claim), figureOf(claim, measured), mark];
    });
  });
}

export function terminalText({ series, goals, failures }: Report): string {
  const figures = textTable(columns(FIGURE_HEADINGS, [3, 4, 5, 6, 7]), figureRows(series));
  const verdicts = textTable(columns(GOAL_HEADINGS, []), goalRows(goals));
  const failed = failures.map((failure) => `failed: ${failure}\n`).join('');
  return [figures, verdicts, failed].filter(Boolean).join('\n');
}

export function markdownText({ begun, minutes, scale, machine, series, goals, failures }: Report): string {
  const tiny = scale === 'quick' ? ' (tiny sizes: its figures show the form and nothing else)' : '';
  const about = `Run of ${begun}, ${minutes} minutes, scale “${scale}”${tiny}, ${machine}. How to read it: [bench.md](bench.md).`;
  const failed = failures.map((failure) => `- failed: ${failure}`).join('\n');
  const parts = ['# One run of the benchmark', about, '## Goals', markdownTable(GOAL_HEADINGS, goalRows(goals))];
  return `${[...parts, '## Figures', markdownTable(FIGURE_HEADINGS, figureRows(series)), failed].filter(Boolean).join('\n\n')}\n`;
}

/** The class of machine, not its name, and whether it was ours alone. Call it before anything runs. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const busy = loadavg()[0] ?? 0;
  const shared = busy > 0.5 ? `; **others were using it (load ${busy.toFixed(1)} before the run)**` : '';
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB, Node.js ${process.versions.node}, ${process.platform}${shared}`;
}

/** Against the first limit, or the peer, of its contest; round by round. */
function against(one: Series, role: Series['role'], all: readonly Series[]): string {
  if (one.role === role) return '';
  const other = all.find(
    ({ contest, figure, role: its }) => contest === one.contest && figure === one.figure && its === role,
  );
  const spread = other && spreadOf(ratios(one.values, other.values));
  return spread ? number(spread.median) : '';
}

function wanted({ against: other, atLeast, atMost, figure, contest }: Claim): string {
  const limit = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  const unit = other === undefined ? '' : ` × ${other}`;
  const what = figure === 'rate' ? '' : `, ${figure}`;
  return `${limit}${unit}${what}${contest.startsWith('growth') ? contest.slice('growth'.length) : ''}`;
}

function figureOf({ subject }: Claim, measured: Spread | undefined): string {
  if (!measured) return '';
  const range = measured.rounds === 1 ? '' : ` (${number(measured.least)}–${number(measured.most)})`;
  return `${number(measured.median)}${range}${subject === 'PAR Ledger' ? '' : ` ${subject}`}`;
}

/** Three significant digits, thousands grouped. */
function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const rounded = Number(value.toPrecision(3));
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(rounded);
}

function columns(headings: readonly string[], right: readonly number[]) {
  return headings.map((heading, index) => ({
    heading,
    align: right.includes(index) ? ('right' as const) : ('left' as const),
  }));
}

function markdownTable(headings: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
