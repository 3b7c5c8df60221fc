const { TestEnvironment } = require('jest-environment-node');

const leave = () => process.exit(1);

// Loaded once per worker, outside the tests: a worker whose run is gone does not live on.
process.once('disconnect', leave);
// Whoever listens keeps the process alive: no longer than Jest does.
process.on('removeListener', (name) => name === 'message' && process.off('disconnect', leave));

module.exports = TestEnvironment;
