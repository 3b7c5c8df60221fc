import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Lints each line as part of a file of scoring; answers, per line, the rules it breaks. */
function rulesBrokenBy(lines: readonly string[]): string[][] {
  const eslint = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const args = [eslint, '--stdin', '--stdin-filename', 'libs/scoring/src/rank.ts', '--format', 'json'];
  const input = [PREAMBLE, ...lines].join('\n');
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input, encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(stderr);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { line: number; ruleId: string }[] }];
  return lines.map((_, index) => messages.filter(({ line }) => line === index + 2).map(({ ruleId }) => ruleId));
}

const PREAMBLE =
  'declare const x: number; declare const y: number; declare const s: string; declare const xs: string[]; declare let z: number; declare const big: bigint;';

const floats = [
  'export const a = 0.5;',
  'export const b = 1e-3;',
  'export const c = x / y;',
  'export const d = x * y;',
  'export const e = x % y;',
  'export const f = x ** y;',
  'z /= 3;',
  'export const g = +s;',
  'export const h = x.toFixed(2);',
  'export const i = Number(s);',
  'export const j = globalThis.Number(s);',
  'export const k = xs.map(Number);',
  'export const l = Number.parseFloat(s);',
  'export const m = parseInt(s, 10);',
  'export const { round } = Math;',
  'export const n = Math.floor(x);',
];
const ambient = [
  'export const o = Date.now();',
  'export const p = new Date();',
  'export const q = Date();',
  'export const r = performance.now();',
  'export const t = process.hrtime();',
  'export const u = crypto.randomUUID();',
  'export const v = crypto.getRandomValues(new Uint8Array(1));',
];
const harmless = [
  'export const w = x + 1;',
  'export const aa = x - y < 2;',
  'export const ab = Math.max(x, y);',
  'export const ac = (big * 3n) / 2n;',
  'export type Points = Number;',
  "export const ad = new Date(Date.parse('2024-01-01T00:00:00.000Z')).toISOString();",
];

describe('the lint of the pure rooms', () => {
  const broken = rulesBrokenBy([...floats, ...ambient, ...harmless]);
  const brokenAt = (line: string) => broken[[...floats, ...ambient, ...harmless].indexOf(line)];

  it.each(floats)('refuses float arithmetic: %s', (line) => {
    expect(brokenAt(line)).toContain('house/no-float-arithmetic');
  });

  it.each(ambient)('refuses clocks, randomness and ids: %s', (line) => {
    expect(brokenAt(line)).toContain('no-restricted-syntax');
  });

  it.each(harmless)('lets pass: %s', (line) => {
    expect(brokenAt(line)?.filter((rule) => rule.startsWith('house/') || rule === 'no-restricted-syntax')).toEqual([]);
  });
});
