import { spawnSync } from 'node:child_process';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';

const sources = join(__dirname, '..', '..', '..', '..', 'test', 'stress', 'programs', 'register.js');
const subject = join(__dirname, 'let-others-go-first.ts').replaceAll('\\', '/');

/** The rank of every thread of a process that was started so far behind, after it let others go first. */
function priorityAfter(started: number): number {
  const program = `
    const { getPriority, setPriority } = require('node:os');
    setPriority(Math.max(getPriority(), ${started}));
    require('${subject}').letOthersGoFirst();
    const threads = process.platform === 'linux' ? require('node:fs').readdirSync('/proc/self/task') : [0];
    const ranks = new Set(threads.map((thread) => getPriority(Number(thread))));
    console.log([...ranks].join());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', sources, '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return Number(stdout);
}

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

it('puts the whole process behind those that people wait for', () => {
  expect(priorityAfter(0)).toBe(Math.max(getPriority(), PRIORITY_BELOW_NORMAL));
});

it('leaves a process where it is that was started further behind', () => {
  expect(priorityAfter(PRIORITY_LOW)).toBe(PRIORITY_LOW);
});
