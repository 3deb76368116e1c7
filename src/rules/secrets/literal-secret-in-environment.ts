import { secretIn } from './recognition/secret-in';
import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

/** The API server refuses what is no text, but the secret is in the manifest all the same. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : shown(value);
}

export const literalSecretInEnvironment = rule({
  id: 'literal-secret-in-environment',
  title: 'Secret written into the environment',
  severity: Severity.HIGH,
  domain: 'secrets',
  why: 'Whoever reads the manifest, in Git or in the cluster, has the secret; it cannot be changed without a new release.',
  fix: 'Keep the value in a Secret that is not in Git, and mount it as a file.',
  standards: [cis('5.4.1'), nsa('secrets'), owasp('K08')],
  equivalents: {
    'kube-linter': ['env-var-secret'],
    'polaris': ['sensitiveContainerEnvVar'],
    'kubescape': ['C-0012', 'C-0259'],
  },
  check: perContainer((container) => listAt(container.spec, 'env').flatMap((variable, index) => {
    const value = valueAt(variable, 'value');
    const secret = value === undefined ? undefined : secretIn(textOf(valueAt(variable, 'name')), textOf(value));
    return secret ? [fault(`env[${index}].value`, `sets ${shown(valueAt(variable, 'name'))} to ${secret}`)] : [];
  })),
});
