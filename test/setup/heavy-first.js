const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites of minutes rather than seconds. */
const heavy = /^test\/(rebuild|stress|scenarios|acceptance)\//;

/**
 * On a new checkout Jest begins with the longest files, which are not the suites that take longest: one of those begun last keeps the whole
 * run waiting, on one core.
 */
module.exports = class HeavyFirst extends Sequencer {
  sort(tests) {
    const turnOf = ({ path, context }) =>
      heavy.test(relative(context.config.rootDir, path).replaceAll('\\', '/')) ? 0 : 1;
    return super.sort(tests).sort((one, other) => turnOf(one) - turnOf(other));
  }
};
