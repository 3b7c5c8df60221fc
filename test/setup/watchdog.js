const { readFileSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Waits for the end of its input, then ends the PostgreSQL of the folder given and removes the folder. */
const folder = process.argv[2];
process.on('SIGINT', () => undefined);
process.stdin.resume().on('end', () => {
  end();
  const again = setInterval(() => {
    end(); // It may have been starting.
    try {
      rmSync(dirname(folder), { recursive: true, force: true });
      clearInterval(again);
    } catch {
      // A dying server still writes: once more.
    }
  }, 500);
  setTimeout(() => process.exit(1), 30_000).unref();
});

function end() {
  try {
    process.kill(Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // Not started, or gone.
  }
}
