import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Finding } from '../../src/findings/finding';
import { minorVersionOf } from '../../src/kubernetes/version';

/**
 * A manifest `test/rules/<domain>/<rule-id>/{pass,fail}[.<what-is-special>].yaml`. Comments at its head say what is expected:
 *
 *     # finding: Pod example, spec.hostNetwork: pod sets hostNetwork to true
 *     # also: host-port               (rules of the same domain that it breaks besides)
 *     # kubernetes-version: 1.34
 *     # refused by the API server     (so that no cluster can be asked for its verdict)
 */
export interface Fixture {
  readonly domain: string;
  readonly ruleId: string;
  readonly name: string;
  readonly file: string;
  readonly passes: boolean;
  readonly findings: readonly string[];
  readonly also: readonly string[];
  readonly kubernetesVersion?: number;
  readonly refused: boolean;
}

const FOLDER = __dirname;

/** All fixtures, or those of one domain. */
export function fixtures(only?: string): Fixture[] {
  return foldersIn(FOLDER).filter((domain) => domain === (only ?? domain)).flatMap((domain) => foldersIn(join(FOLDER, domain)).flatMap((ruleId) => (
    readdirSync(join(FOLDER, domain, ruleId)).sort().map((name) => readFixture(domain, ruleId, name)))));
}

export function lineOf({ resource, path, message }: Finding): string {
  return `${resource.kind} ${resource.name}, ${path}: ${message}`;
}

function readFixture(domain: string, ruleId: string, name: string): Fixture {
  const file = join(FOLDER, domain, ruleId, name);
  const head = /^(#.*\n)*/.exec(readFileSync(file, 'utf8'))![0].split('\n').map((line) => line.replace(/^#\s*/, ''));
  const values = (key: string) => head.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const [version] = values('kubernetes-version');
  return {
    domain,
    ruleId,
    name: name.replace(/\.yaml$/, ''),
    file,
    passes: name.startsWith('pass.'),
    findings: values('finding'),
    also: values('also').flatMap((line) => line.split(', ')),
    kubernetesVersion: version === undefined ? undefined : minorVersionOf(version),
    refused: head.includes('refused by the API server'),
  };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}
