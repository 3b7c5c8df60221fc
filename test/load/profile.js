'use strict';
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { join } = require('node:path');

// Required before the program by `--profile FOLDER`: writes a CPU profile of its whole life to LOAD_PROFILE when it ends.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (_error, { profile }) => {
    writeFileSync(join(process.env.LOAD_PROFILE, `${process.pid}.cpuprofile`), JSON.stringify(profile));
  });
});
