'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const { transformSync } = require('@swc/core');
const { ensureBuilt, root } = require('./build');

// `npm run bench [-- --quick|--full] [--only A1,A2] [--json FILE] [--markdown FILE]`: see docs/bench.md. Never part of `npm test`.
const sources = join(root, 'test', 'bench');
const target = join(root, 'dist', 'test', 'bench');
const peers = join(sources, 'peers');

ensureBuilt(); // The libraries are measured as the apps run them.
compile();
installPeers();
require(join(target, 'main.js'));

/** The benchmark's own files, `@app/…` being what the build made of the libraries. */
function compile() {
  rmSync(target, { recursive: true, force: true });
  const names = readdirSync(sources, { recursive: true }).filter(
    (name) => /(?<!spec)\.ts$/.test(name) && !name.includes('node_modules'),
  );
  for (const name of names) {
    const file = join(target, name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(file), { recursive: true });
    const { code } = transformSync(readFileSync(join(sources, name), 'utf8'), {
      filename: name,
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true },
      },
    });
    writeFileSync(
      file,
      code.replace(/require\("@app\/([\w-]+)"\)/g, (_, library) => `require("${compiled(file, library)}")`),
    );
  }
}

function compiled(file, library) {
  const index = join(root, 'dist', 'libs', library, 'src', 'index.js');
  return relative(dirname(file), index).split(sep).join('/');
}

/** Other stores, in a folder of their own: nothing of the product depends on them. Without them the comparison is left out. */
function installPeers() {
  if (existsSync(join(peers, 'node_modules'))) return;
  process.stderr.write('Installing the stores to compare with (test/bench/peers)…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: peers, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  if (status !== 0) process.stderr.write('They cannot be installed: what compares with them is not measured.\n');
}
