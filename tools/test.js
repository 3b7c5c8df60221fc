'use strict';
const { writeSync } = require('node:fs');
const { buildArgv, runCLI } = require('jest');
const { ensureBuilt, root } = require('./build');
const { stressSuites } = require('./stress-suites');

// `npm test [-- patterns]`: unit, integration and end-to-end tests.
// `--stress`: only what breaks things, with its full numbers; every other run holds a short form of it.
// `--contract`: only the log's contract, against the server that EVENTSTORE_URL names, else against both adapters as in every run.
const given = process.argv.slice(2);
const contract = given.includes('--contract');
const stress = given.includes('--stress');
const passedOn = given.filter((argument) => argument !== '--contract' && argument !== '--stress');

async function main() {
  refuseBadSeeds(process.env.PAR_SEEDS);
  if (contract) passedOn.push(contractSuite(process.env.EVENTSTORE_URL));
  else ensureBuilt(); // The end-to-end tests run the compiled program.
  if (stress) fullStress();
  process.once('exit', sayHowItEnded);
  close(await runCLI(await buildArgv(passedOn), [root]));
}

/** How many histories the suites of rough delivery try: a slip of the pen must not mean none. */
function refuseBadSeeds(seeds) {
  if (seeds === undefined || /^[1-9]\d{0,6}$/.test(seeds)) return;
  process.stderr.write(`PAR_SEEDS phải là số nguyên dương viết liền, ví dụ 1000; đang là “${seeds}”.\n`);
  process.exit(78);
}

/** Jest ends the process itself after `--bail`, and when no test was found. */
function sayHowItEnded(code) {
  if (code !== 0) writeSync(1, '\nEnded before every test was run: not counted\n');
}

/** One suite after the other: they measure patience, and would be each other's load. */
function fullStress() {
  process.env.PAR_STRESS = 'full';
  process.env.PAR_SEEDS ??= '1000';
  passedOn.push('--runInBand');
  if (passedOn.every((argument) => argument.startsWith('-'))) passedOn.push(...stressSuites.values());
}

function contractSuite(url) {
  if (url === undefined) return 'event-store\\.int-spec';
  if (url.trim() !== '') return 'eventstoredb-event-store\\.int-spec';
  process.stderr.write('EVENTSTORE_URL đang được đặt là rỗng: hãy bỏ hẳn biến này hoặc điền giá trị.\n');
  return process.exit(78);
}

/** A suite that could not even be loaded counts as one failed test. */
function close({ results }) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  process.off('exit', sayHowItEnded);
  const skipped = results.numPendingTests + results.numTodoTests;
  process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`, () => {
    process.exit(results.success && failed === 0 && results.numTotalTests > 0 ? 0 : 1);
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
