'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { default: openapiTS, astToString } = require('openapi-typescript');

// `npm run openapi [-- --breaking]`: puts the API's present document on record in docs/openapi.json, and makes the types of its client from
// it. What callers would stumble over is written only with --breaking.
const root = join(__dirname, '..');
const recorded = join(root, 'docs', 'openapi.json');
const types = join(root, 'libs', 'api-client', 'src', 'openapi.generated.ts');

record(process.argv.includes('--breaking') ? 'break' : 'add');
void generate();

/** The test that holds the document writes it, too. */
function record(how) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const env = { ...process.env, PAR_OPENAPI: how };
  const words = [jest, 'apps/api/test/contract/openapi.spec'];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

async function generate() {
  const text = readFileSync(recorded, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex');
  const made = astToString(await openapiTS(JSON.parse(text), { immutable: true }));
  writeFileSync(types, `// Made by \`npm run openapi\` from docs/openapi.json, SHA-256 ${digest}.\n${made}`);
}
