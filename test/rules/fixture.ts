import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { Finding } from '../../src/findings/finding';
import { Report } from '../../src/findings/report';
import { minorVersionOf } from '../../src/kubernetes/version';
import { readManifests } from '../../src/manifests/read-manifests';
import { catalogue } from '../../src/rules/catalogue';

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

export function fixtures(): Fixture[] {
  return foldersIn(FOLDER).flatMap((domain) => foldersIn(join(FOLDER, domain)).flatMap((ruleId) => (
    readdirSync(join(FOLDER, domain, ruleId)).sort().map((name) => readFixture(domain, ruleId, name)))));
}

/** All rules, on the objects of one fixture. */
export function judge({ file, kubernetesVersion }: Fixture): Report {
  const { objects, errors } = readManifests([file]);
  if (errors.length > 0) { throw new Error(`${file}: ${errors.map((error) => error.message).join('; ')}`); }
  objects.forEach(({ object }) => deepFreeze(object));
  return evaluate(objects, catalogue, { profile: PROFILES.all, kubernetesVersion });
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

function deepFreeze(value: unknown): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
}
