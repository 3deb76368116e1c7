import { readFileSync } from 'fs';
import { join } from 'path';

/** The version of the package. */
export function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
  return text;
}
