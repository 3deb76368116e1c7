import { writeFileSync } from 'fs';
import { BadUsage } from './bad-usage';
import { systemReason } from '../manifests/system-reason';

/** Writes what the user asked for where the user asked for it. */
export function writeFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadUsage([`${file}: cannot be written: ${systemReason(error)}`]);
  }
}
