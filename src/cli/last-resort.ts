import { writeSync } from 'fs';
import { ExitStatus } from './exit-status';

/** Node would end with status 1, which says that everything was judged and something was found. */
process.on('uncaughtException', (error) => {
  try {
    writeSync(2, `bulwark: internal error: ${error.stack ?? String(error)}\n`);
  } finally {
    process.exit(ExitStatus.FAILED);
  }
});
