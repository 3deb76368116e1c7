import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationSchema } from '../src/cli/configuration/configuration-schema';
import { catalogue } from '../src/rules/catalogue';

/** Published, so that editors know what `bulwark.yaml` may hold. */
export const SCHEMA_FILE = join(__dirname, '..', 'schemas', 'bulwark.schema.json');

export function renderConfigurationSchema(): string {
  return `${JSON.stringify(configurationSchema(catalogue), undefined, 2)}\n`;
}

if (require.main === module) {
  mkdirSync(dirname(SCHEMA_FILE), { recursive: true });
  writeFileSync(SCHEMA_FILE, renderConfigurationSchema());
}
