const { jest } = require('../package.json');

/** The heavy suites: a real API server, other people's scanners, the packed tarball. */
module.exports = {
  ...jest,
  rootDir: '..',
  testMatch: ['control-plane', 'scanners', 'package'].map((suite) => `<rootDir>/test/${suite}/**/*.test.ts`),
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/control-plane/global-setup.ts',
  // the first run builds its judges
  testTimeout: 20 * 60 * 1000,
  maxWorkers: 2,
};
