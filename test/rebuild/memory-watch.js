'use strict';
const { readFileSync, writeSync } = require('node:fs');
const { setInterval } = require('node:timers');
const { GCProfiler } = require('node:v8');

// `node -r memory-watch.js …`: says on stderr, as the process ends, how much memory it had, MB: resident at most (`peak`), and what each
// full clearing-up of the heap left (`alive`), in the order of time.
const MB = 1024 ** 2;
const alive = [];
let profiler;

/** Some kB are kept of every clearing-up until they are asked for: those of a long rebuild would be a third of all that it takes. */
function gather() {
  const { statistics } = profiler?.stop() ?? { statistics: [] };
  for (const { gcType, afterGC } of statistics) {
    if (gcType === 'MarkSweepCompact') alive.push(afterGC.heapStatistics.usedHeapSize / MB);
  }
  profiler = new GCProfiler();
  profiler.start();
}
gather();
setInterval(gather, 1_000).unref();

process.once('exit', () => {
  // What `process.resourceUsage()` tells begins with what the process that started this one had.
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  gather();
  writeSync(2, `\n${JSON.stringify({ memory: { peak: Number(peak) / 1024, alive } })}\n`);
});
