'use strict';
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const inTestStress = readdirSync(join(__dirname, '..', 'test', 'stress')).flatMap(
  (name) => /^(.*)\.stress-spec\.ts$/.exec(name)?.[1] ?? [],
);

/** What breaks things: each suite's name, and the pattern that Jest finds it by. Every `npm test` holds a short form of all. */
const stressSuites = new Map([
  ...inTestStress.map((name) => [name, `test/stress/${name}\\.stress-spec`]),
  ['demo', 'libs/demo/src/demo\\.int-spec'],
  ['newer-server', 'newer-server\\.int-spec'],
  ['simulate', 'simulate\\.spec'],
  ['killed-rebuild', 'test/rebuild/killed-rebuild'],
  ['killed-switch', 'test/rebuild/killed-switch'],
  ['memory', 'test/rebuild/memory'],
  ['projector-gone', 'projector-gone\\.int-spec'],
  ['outage', 'outage\\.e2e-spec'],
  ['overload', 'overload\\.e2e-spec'],
  ['as-of', 'as-of\\.e2e-spec'],
  ['existence', 'existence\\.e2e-spec'],
  ['every-operation', 'every-operation\\.e2e-spec'],
  ['convergence', 'convergence\\.int-spec'],
  ['rough-delivery', 'rough-delivery\\.int-spec'],
]);

module.exports = { stressSuites };
