'use strict';
const { readFileSync, writeSync } = require('node:fs');
const { GCProfiler } = require('node:v8');

// `node -r memory-watch.js …`: says on stderr, as the process ends, how much memory it had, MB: resident at most (`peak`), and what each
// full clearing-up of the heap left (`alive`), in the order of time.
const MB = 1024 ** 2;
const profiler = new GCProfiler();
profiler.start();

process.once('exit', () => {
  const alive = profiler
    .stop()
    .statistics.filter(({ gcType }) => gcType === 'MarkSweepCompact')
    .map(({ afterGC }) => afterGC.heapStatistics.usedHeapSize / MB);
  // What `process.resourceUsage()` tells begins with what the process that started this one had.
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  writeSync(2, `\n${JSON.stringify({ memory: { peak: Number(peak) / 1024, alive } })}\n`);
});
