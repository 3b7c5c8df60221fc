const { readFileSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Waits for the end of its input, then ends the PostgreSQL of the folder given and removes the folder. */
const folder = process.argv[2];
process.on('SIGINT', () => undefined);
process.stdin.resume().on('end', () => clear(60));

function clear(tries) {
  endServer(); // Each time anew: it may have been starting.
  try {
    rmSync(dirname(folder), { recursive: true, force: true });
  } catch {
    if (tries > 0) setTimeout(clear, 500, tries - 1); // A dying server still writes.
  }
}

function endServer() {
  try {
    process.kill(Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // Not started, or gone.
  }
}
