const { relative } = require('node:path');
const { default: TestRunner } = require('jest-runner');

/** Suites that see how long everybody waits for a program, a server or a lock. */
const alone = [/^test\/stress\/(order-race|outages)/, /^test\/scenarios\/(demo-start|start-up)/];

const isAlone = ({ path, context }) => {
  const name = relative(context.config.rootDir, path).replaceAll('\\', '/');
  return alone.some((pattern) => pattern.test(name));
};

/**
 * First all other suites, two at a time: they mostly wait, for a database or for what they have killed. Then these, one after the other: each
 * would be the other's load. Full forms are run one after the other in any case.
 */
module.exports = class TwoParts extends TestRunner {
  async runTests(tests, watcher, options) {
    const [light, heavy] = [false, true].map((one) => tests.filter((test) => isAlone(test) === one));
    if (light.length > 0) await super.runTests(light, watcher, options);
    await super.runTests(heavy, watcher, { ...options, serial: true });
  }
};
