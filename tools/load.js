'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const { ensureBuilt, root } = require('./build');

// `npm run test:load [-- options]`: the compiled program under the load of test/load, with goals and verdicts; docs/load.md.
require.extensions['.ts'] = (module, file) => {
  const options = {
    filename: file,
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  };
  module._compile(transformSync(readFileSync(file, 'utf8'), options).code, file);
};

ensureBuilt();
require(join(root, 'test', 'load', 'main.ts'))
  .main(process.argv.slice(2))
  .then(
    (met) => process.exit(met ? 0 : 1),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
