#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { ensureBuilt, root } = require('./tools/build');

// `npx par …`: the command line, apps/ops. File names are relative to where it is called, the data is the checkout's.
ensureBuilt();
process.env.DATA_DIR ??= join(root, 'var');
require(join(root, 'dist', 'apps', 'ops', 'src', 'main.js'));
