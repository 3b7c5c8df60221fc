'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join, sep } = require('node:path');

const root = join(__dirname, '..');
const stampFile = join(root, 'dist', '.sources');
const lockFile = join(root, 'dist', '.building');
const inputs = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Compiles apps and libs to dist/ unless dist/ was compiled from these very sources. Says so on stderr; ends the process on failure. */
function ensureBuilt() {
  refuseUnprepared();
  if (isFresh()) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  waitForOtherBuild();
  if (isFresh()) return;
  writeFileSync(lockFile, String(process.pid));
  try {
    build();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function build() {
  process.stderr.write('Đang biên dịch mã nguồn (khoảng nửa phút, chỉ khi mã nguồn thay đổi)…\n');
  const stamp = stampOfSources();
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('Biên dịch không thành công: hãy sửa các lỗi ở trên rồi chạy lại.', 1);
  writeFileSync(stampFile, stamp);
}

function refuseUnprepared() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Cần Node.js từ 20.19, đang chạy ${process.versions.node}.`, 78);
  if (!existsSync(join(root, 'node_modules'))) fail('Chưa cài các gói phụ thuộc: hãy chạy "npm ci" trước.', 78);
}

function fail(sentence, code) {
  process.stderr.write(`${sentence}\n`);
  rmSync(lockFile, { force: true });
  process.exit(code);
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources();
}

/** Names, sizes and times of all sources: a few milliseconds, and it notices a removed file. */
function stampOfSources() {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  const sources = [...inputs, ...files.filter((name) => /\.(ts|json)$/.test(name) && !isTest(name))].sort();
  const hash = createHash('sha256');
  for (const name of sources) {
    const { size, mtimeMs } = statSync(join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Specs, and what helps them: `libs/testing`, `libs/<lib>/test`, `apps/<app>/test`. */
function isTest(name) {
  const [, room, folder] = name.split(sep);
  return /spec\.ts$/.test(name) || room === 'testing' || folder === 'test';
}

/** Two commands may be given at once in a fresh clone; a killed builder's lock does not count. */
function waitForOtherBuild() {
  while (existsSync(lockFile) && isAlive(Number(readFileSync(lockFile, 'utf8')))) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { ensureBuilt, isAlive, root };
