import { Fixture } from './fixture';
import { evaluate } from '../../src/evaluation/evaluate';
import { PROFILES } from '../../src/evaluation/profile';
import { Report } from '../../src/findings/report';
import { readManifests } from '../../src/manifests/read-manifests';
import { Rule } from '../../src/rules/rule';

/** Some rules, on the objects of one fixture, whatever the profile. */
export function judgeBy(rules: readonly Rule[], { file, kubernetesVersion }: Fixture): Report {
  const { objects, errors } = readManifests([file]);
  if (errors.length > 0) { throw new Error(`${file}: ${errors.map((error) => error.message).join('; ')}`); }
  objects.forEach(({ object }) => deepFreeze(object));
  return evaluate(objects, rules, { profile: PROFILES.all, kubernetesVersion });
}

function deepFreeze(value: unknown): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
}
