import { cpus, loadavg, totalmem } from 'node:os';
import { textTable } from '@app/terminal';
import type { Series } from './series';
import type { Scale } from './options';
import { ratios, type Spread, spreadOf } from './statistics';
import { type Claim, type Goal, judge, type Judged, markOf, type Verdict, verdictOf } from './verdict';

/** One run of the benchmark, whole. */
export interface Report {
  readonly begun: string;
  readonly minutes: number;
  readonly scale: Scale['name'];
  /** The rows that were asked for; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly machine: string;
  readonly series: readonly Series[];
  readonly goals: readonly JudgedGoal[];
  /** Experiments that failed, with the reason; their rows were not measured. */
  readonly failures: readonly string[];
}

export interface JudgedGoal {
  readonly goal: Goal;
  readonly judged: readonly Judged[];
  readonly atItsSize: boolean;
  readonly verdict: Verdict;
}

export type Row = readonly string[];

export const FIGURE_HEADINGS = ['contest', 'subject', 'figure', 'median', 'range', 'rounds', '× limit', '× Emmett'];
export const GOAL_HEADINGS = ['row', 'what', 'goal', 'figure', 'verdict'];

/** What every goal came to. */
export function judgeAll(goals: readonly Goal[], series: readonly Series[], scale: Scale): JudgedGoal[] {
  return goals.map((goal) => {
    const judged = goal.claims.map((claim) => judge(claim, series));
    const atItsSize = goal.atItsSize?.(scale) ?? true;
    return { goal, judged, atItsSize, verdict: verdictOf(judged, atItsSize) };
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

/** One line per claim of each goal, the goal in the first. */
export function goalRows(goals: readonly JudgedGoal[]): Row[] {
  return goals.flatMap(({ goal: { id, what, elsewhere }, judged, atItsSize, verdict }) => {
    if (judged.length === 0) return [[id, what, '', '', elsewhere ?? verdict]];
    return judged.map((one, index) => {
      const { claim, measured } = one;
      const mark = markOf(one, atItsSize);
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

/** A page beside docs/bench.md. Nothing in it is written by hand: what is to be said of a run stands in docs/bench-bounds.md. */
export function markdownText({ begun, minutes, scale, only, machine, series, goals, failures }: Report): string {
  const tiny = scale === 'quick' ? ' (tiny sizes: its figures show the form and nothing else)' : '';
  const rows = only === undefined ? '' : `, rows ${only.join(', ')} and what is measured with them`;
  const about = `Run of ${begun}, ${minutes} minutes, scale “${scale}”${tiny}${rows}, ${machine}.`;
  const links = 'How to read it: [bench.md](bench.md). What bounds the rows: [bench-bounds.md](bench-bounds.md).';
  const written = 'Written by `npm run bench -- --markdown`; not to be edited.';
  const failed = failures.map((failure) => `- failed: ${failure}`).join('\n');
  const parts = ['# One run of the benchmark', about, links, written];
  parts.push('## Goals', markdownTable(GOAL_HEADINGS, goalRows(goals)));
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
