'use strict';
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const { transform } = require('../../../jest.config');

// `node -r register.js program.ts`: runs a program straight from the sources, compiled as Jest compiles them.
require('reflect-metadata');

const root = join(__dirname, '..', '..', '..');
const [[, options]] = Object.values(transform);
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const library = /^@app\/([^/]+)$/.exec(request);
  return resolve.call(this, library ? join(root, 'libs', library[1], 'src', 'index.ts') : request, ...rest);
};

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false });
  module._compile(code, filename);
};
