'use strict';
const { buildArgv, runCLI } = require('jest');
const { ensureBuilt, root } = require('./build');

// `npm test [-- patterns]`: unit, integration and end-to-end tests.
// `--contract`: only the log's contract, against the server that EVENTSTORE_URL names, else against both adapters as in every run.
const given = process.argv.slice(2);
const contract = given.includes('--contract');
const passedOn = given.filter((argument) => argument !== '--contract');

async function main() {
  if (contract) passedOn.push(contractSuite(process.env.EVENTSTORE_URL));
  else ensureBuilt(); // The end-to-end tests run the compiled program.
  close(await runCLI(await buildArgv(passedOn), [root]));
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
  const skipped = results.numPendingTests + results.numTodoTests;
  process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`, () => {
    process.exit(results.success && failed === 0 && results.numTotalTests > 0 ? 0 : 1);
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
