const { relative } = require('node:path');
const { default: TestRunner } = require('jest-runner');

/** Suites that kill and starve programs and servers, see how long everybody else then waits, or take a processor for themselves. */
const alone = [
  /^test\/(stress|rebuild)\//,
  /^test\/scenarios\/(demo-start|external-servers|start-up)/,
  /^apps\/projector\/test\/projector-gone/,
  /^libs\/simulation\//,
];

const isAlone = ({ path, context }) => {
  const name = relative(context.config.rootDir, path).replaceAll('\\', '/');
  return alone.some((pattern) => pattern.test(name));
};

/** First all other suites, two at a time: they mostly wait for a database. Then these, one after the other: each would be the other's load. */
module.exports = class TwoParts extends TestRunner {
  async runTests(tests, watcher, options) {
    const [light, heavy] = [false, true].map((one) => tests.filter((test) => isAlone(test) === one));
    if (light.length > 0) await super.runTests(light, watcher, options);
    await super.runTests(heavy, watcher, { ...options, serial: true });
  }
};
