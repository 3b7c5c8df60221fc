'use strict';
const { readFileSync, writeSync } = require('node:fs');
const { constants, PerformanceObserver } = require('node:perf_hooks');

// `node -r memory-watch.js …`: says on stderr, as the process ends, how much memory it had at most, MB: resident, and alive, which is what
// full clearings-up of the heap left: the median of five in a row, where that was highest, as a single one also counts what was made since.
const TOGETHER = 5;
const left = [];
const isFull = ({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;

new PerformanceObserver((list) => {
  if (list.getEntries().some(isFull)) left.push(process.memoryUsage().heapUsed);
}).observe({ entryTypes: ['gc'] });

process.once('exit', (code) => {
  const medians = left
    .slice(TOGETHER - 1)
    .map((_, at) => left.slice(at, at + TOGETHER).sort((a, b) => a - b)[(TOGETHER - 1) / 2]);
  if (code === 0 && medians.length === 0) throw new Error(`Only ${left.length} full clearings-up of the heap`);
  const alive = Math.max(...medians);
  // What `process.resourceUsage()` tells begins with what the process that started this one had.
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  writeSync(2, `\n${JSON.stringify({ memory: { peak: Number(peak) / 1024, alive: alive / 1024 ** 2 } })}\n`);
});
