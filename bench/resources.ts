import { writeFileSync } from 'node:fs';

/** Loaded before a program (`node --require`): when it ends, writes what the whole process needed. */
process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.RESOURCES_FILE!, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 }));
});
