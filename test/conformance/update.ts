import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MISSING_CASES, hasCases, verdicts } from './agreement';
import { conformancePage } from './report';

/** Writes the figures and the disagreements into the documentation. */
if (!hasCases()) { throw new Error(`conformance ${MISSING_CASES}`); }
writeFileSync(join(__dirname, '..', '..', 'docs', 'conformance.md'), conformancePage(verdicts()));
