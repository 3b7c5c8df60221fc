'use strict';
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const { parseArgs } = require('node:util');
const { root } = require('./build');
const { stressSuites } = require('./stress-suites');

// `npm run test:nightly [-- --only fuzz,load] [--short]`: every heavy suite in its full form, one after the other, each in a process of its
// own, and one table at last. `--short`: each as `npm test` runs it, to try this out. Ends with 1 when one of them failed.
const { short, only } = optionsOf(process.argv.slice(2));

/** Simulated each night, other seeds than in any night before: what a fault needs may come up in none of those that every run tries. */
const SEEDS = 20_000;
const night = Math.floor(Date.now() / 86_400_000);

const tests = (name, words, env = {}) => ({ name, script: 'test.js', words, env: short ? {} : env });
const all = [
  tests('contract', ['--contract']),
  ...[...stressSuites].map(([name, pattern]) => tests(name, short ? [pattern] : ['--stress', pattern])),
  tests('authorisation', ['(authorisation|conflicts)\\.e2e-spec'], { PAR_MATRIX: 'full' }),
  tests('logs', ['e2e-spec'], { PAR_LOGS: 'all' }),
  tests('fuzz', ['fuzz\\.e2e-spec'], { PAR_FUZZ: '500' }),
  {
    name: 'sim',
    script: '../par.js',
    words: ['sim', '--seed', String(night * SEEDS), '--seeds', String(short ? 75 : SEEDS)],
    env: {},
  },
  { name: 'load', script: 'load.js', words: ['--minutes', short ? '0.3' : '10', '--rebuild'], env: {} },
];

let stopped = false;
process.on('SIGINT', () => (stopped = true)); // The suite that runs is told by the terminal as well.

async function main() {
  const unknown = only?.filter((one) => all.every(({ name }) => name !== one)) ?? [];
  if (unknown.length > 0) refuse(`${unknown.join(', ')}: not among ${all.map(({ name }) => name).join(', ')}`);
  const wanted = all.filter(({ name }) => only?.includes(name) ?? true);
  const ended = [];
  for (const suite of wanted) {
    process.stdout.write(`\n── ${suite.name}\n`);
    ended.push(stopped ? { name: suite.name, result: 'not run' } : await run(suite));
  }
  process.stdout.write(`\n${tableOf(ended)}`);
  process.exit(ended.every(({ result }) => result === 'passed') ? 0 : 1);
}

/** Shows what it says, and reads how many tests passed. */
async function run({ name, script, words, env }) {
  const begun = performance.now();
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] };
  const child = spawn(process.execPath, [join(__dirname, script), ...words], options);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    said = (said + text).slice(-10_000);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const [, passed = '', failed = '', skipped = ''] = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(said) ?? [];
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  return { name, result: code === 0 ? 'passed' : 'FAILED', minutes, passed, failed, skipped };
}

/** Numbers of tests where there are such: the load has goals, and prints what became of them itself. */
function tableOf(ended) {
  const heads = {
    name: 'suite',
    result: '',
    minutes: 'minutes',
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
  };
  const lines = [heads, ...ended].map(({ name, result, minutes = '', passed = '', failed = '', skipped = '' }) => {
    const numbers = [minutes, passed, failed, skipped].map((number) => number.padStart(8)).join('');
    return `${name.padEnd(24)}${result.padEnd(8)}${numbers}\n`;
  });
  return lines.join('');
}

/** Ends the process with the usage when they do not fit. */
function optionsOf(args) {
  try {
    const { values } = parseArgs({ args, options: { short: { type: 'boolean' }, only: { type: 'string' } } });
    return { short: values.short === true, only: values.only?.split(',') };
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(why) {
  process.stderr.write(`${why}\nnpm run test:nightly -- [--only contract,fuzz] [--short]\n`);
  process.exit(2);
}

void main();
