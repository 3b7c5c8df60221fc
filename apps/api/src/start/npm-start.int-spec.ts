import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A checkout with the real way in; its program only prints what it was asked. */
const checkout = mkdtempSync(join(tmpdir(), 'par-npm-start-'));
beforeAll(() => {
  const main = join(checkout, 'dist', 'apps', 'api', 'src');
  for (const folder of [main, join(checkout, 'tools')]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(main, 'main.js'), 'console.log(process.argv.slice(2).join() || "demo");');
  writeFileSync(
    join(checkout, 'package.json'),
    '{"name":"x","version":"1.0.0","scripts":{"start":"node tools/start.js"}}',
  );
  writeFileSync(
    join(checkout, 'tools', 'build.js'),
    'module.exports = { ensureBuilt() {}, isAlive: () => true, root: require("node:path").join(__dirname, "..") };',
  );
  copyFileSync(join(__dirname, '../../../../tools/start.js'), join(checkout, 'tools', 'start.js'));
});
afterAll(() => rmSync(checkout, { recursive: true }));

it.each([
  [['start', '--', '--empty'], '--empty'],
  [['start', '--empty'], '--empty'],
  [['start'], 'demo'],
])('npm %j asks the program for %s', (words, asked) => {
  const { PATH, HOME } = process.env;
  const output = execFileSync('npm', ['--silent', ...words], {
    cwd: checkout,
    env: { PATH, HOME },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(output.trim()).toBe(asked);
});
