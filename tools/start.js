'use strict';
const { execFile } = require('node:child_process');
const { join } = require('node:path');
const { ensureBuilt, isAlive, root } = require('./build');

// `npm start [-- --empty]`: the whole ledger in this one process, so that signals reach it and nothing is left behind.
ensureBuilt();
process.env.DATA_DIR ??= join(root, 'var');
// `npm start --empty`: npm keeps the word for itself and hands it on in the environment.
if (process.env.npm_config_empty === 'true') process.argv.push('--empty');
if (process.env.npm_lifecycle_event && process.platform !== 'win32') stopWithNpm();
require(join(root, 'dist', 'apps', 'api', 'src', 'main.js'));

/** npm, when killed, does not tell the shell between us, nor the shell us: the program would go on holding the port. */
function stopWithNpm() {
  const shell = process.ppid;
  execFile('ps', ['-o', 'ppid=', '-p', String(shell)], (error, npm) => {
    if (!error && Number(npm) > 1) watch(shell, Number(npm));
  });
}

function watch(shell, npm) {
  if (process.ppid === shell && isAlive(npm)) setTimeout(watch, 500, shell, npm).unref();
  else process.kill(process.pid, 'SIGTERM');
}
