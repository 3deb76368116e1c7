/** Ends a run with the one line that a person and a CI look for: `N passed, N failed, N skipped`. */
module.exports = class ClosingLine {
  onRunComplete(_, results) {
    // a suite that does not even load has no failed test, yet it has failed
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    // jest puts its own summary after every other reporter
    process.once('exit', () => process.stdout.write(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`));
  }
};
