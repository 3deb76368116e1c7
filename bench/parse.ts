import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

/** `parse.js FOLDER`: what it costs only to parse, with the parser of `bulwark check` and nothing around it. */
const [folder] = process.argv.slice(2);
let documents = 0;
for (const file of readdirSync(folder)) { documents += loadAll(readFileSync(join(folder, file), 'utf8')).length; }
process.stdout.write(`${documents}\n`);
