const { default: TestRunner } = require('jest-runner');

/** Suites that kill and starve programs and servers, and see how long everybody else then waits. */
const alone = /[\\/]test[\\/](stress[\\/]|scenarios[\\/]start-up)/;

/** First all other suites, two at a time: they mostly wait for a database. Then these, one after the other: each would be the other's load. */
module.exports = class TwoParts extends TestRunner {
  async runTests(tests, watcher, options) {
    const [light, heavy] = [false, true].map((one) => tests.filter(({ path }) => alone.test(path) === one));
    if (light.length > 0) await super.runTests(light, watcher, options);
    await super.runTests(heavy, watcher, { ...options, serial: true });
  }
};
