'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { default: openapiTS, astToString } = require('openapi-typescript');

// `npm run openapi [-- --breaking] [-- --examples]`: puts the API's present document on record in docs/openapi.json, and makes the types of its
// client from it. What callers would stumble over is written only with --breaking. With --examples every operation is used first, and what was
// sent and answered becomes the document's examples.
const root = join(__dirname, '..');
const recorded = join(root, 'docs', 'openapi.json');
const types = join(root, 'libs', 'api-client', 'src', 'openapi.generated.ts');

if (process.argv.includes('--examples')) record('apps/api/test/every-operation', { PAR_EXAMPLES: 'record' });
record('apps/api/test/contract/openapi.spec', { PAR_OPENAPI: process.argv.includes('--breaking') ? 'break' : 'add' });
void generate();

/** The tests that hold the document and its examples write them, too. */
function record(spec, asked) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const env = { ...process.env, ...asked };
  const words = [jest, spec];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

async function generate() {
  const text = readFileSync(recorded, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex');
  const made = astToString(await openapiTS(JSON.parse(text, withoutExample), { immutable: true }));
  writeFileSync(types, `// Made by \`npm run openapi\` from docs/openapi.json, SHA-256 ${digest}.\n${made}`);
}

/** Of bodies and answers: a type needs none, and they would be most of the file. */
function withoutExample(_key, value) {
  if (value?.schema === undefined || value.example === undefined) return value;
  const type = { ...value };
  delete type.example;
  return type;
}
