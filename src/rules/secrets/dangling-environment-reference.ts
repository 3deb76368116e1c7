import { objectNamed } from '../../analysis/named-objects';
import { Severity } from '../../findings/severity';
import { environmentReferencesOf } from '../../kubernetes/environment';
import { KubernetesObject, mapAt, namespaceOf } from '../../kubernetes/object';
import { POD_BEARING_KINDS, describeContainer, podOf } from '../../kubernetes/pod';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

/** A Secret that is not in the manifests is where it should be: elsewhere. So is what an operator writes into an empty one. */
function whatIsMissing(source: KubernetesObject | undefined, kind: string, key: string | undefined): string | undefined {
  if (!source) { return kind === 'Secret' ? undefined : 'which is not in the manifests'; }
  const keys = ['data', 'stringData', 'binaryData'].flatMap((field) => Object.keys(mapAt(source, field) ?? {}));
  return key === undefined || keys.includes(key) || (kind === 'Secret' && keys.length === 0) ? undefined : 'which does not have this key';
}

export const danglingEnvironmentReference = rule({
  id: 'dangling-environment-reference',
  title: 'Environment variable from a value that is not there',
  severity: Severity.MEDIUM,
  domain: 'secrets',
  why: 'The container does not start: the rollout hangs, or after a node failure nothing comes back.',
  fix: 'Correct the name or the key, or set optional to true where the container does without.',
  equivalents: {
    'kube-linter': ['env-value-from'],
  },
  check: inApplication(POD_BEARING_KINDS, (object, application) => podOf(object)?.containers.flatMap((container) => (
    environmentReferencesOf(container).flatMap(({ path, kind, name, key }) => {
      const missing = whatIsMissing(objectNamed(application, kind, namespaceOf(object), name), kind, key);
      return missing ? [fault(`${container.path}.${path}`, `takes ${key ?? 'all variables'} of ${describeContainer(container)} from ${kind} ${shown(name)}, ${missing}`)] : [];
    })))),
});
