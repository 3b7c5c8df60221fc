'use strict';
const { join } = require('node:path');
const { ensureBuilt, root } = require('./build');

// `npm start [-- --empty]`: the whole ledger in this one process, so that signals reach it and nothing is left behind.
ensureBuilt();
process.env.DATA_DIR ??= join(root, 'var');
if (process.env.npm_lifecycle_event) stopWithNpm(process.ppid);
require(join(root, 'dist', 'apps', 'api', 'src', 'main.js'));

/** npm that is killed does not tell the program it started, which would go on holding the port. */
function stopWithNpm(npm) {
  if (process.ppid === npm) setTimeout(stopWithNpm, 500, npm).unref();
  else process.kill(process.pid, 'SIGTERM');
}
