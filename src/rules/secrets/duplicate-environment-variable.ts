import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { owasp } from '../../standards/owasp';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

export const duplicateEnvironmentVariable = rule({
  id: 'duplicate-environment-variable',
  title: 'Environment variable that is set twice',
  severity: Severity.MEDIUM,
  domain: 'secrets',
  why: 'The last one wins in silence: a reviewer reads the first value, and the container runs with another.',
  fix: 'Keep one of the two.',
  standards: [owasp('K01')],
  equivalents: {
    'kube-linter': ['duplicate-env-var'],
    'kube-score': ['environment-variable-key-duplication'],
    'kubescape': ['C-0295'],
  },
  check: perContainer((container) => {
    const seen = new Set<unknown>();
    return listAt(container.spec, 'env').flatMap((variable, index) => {
      const name = valueAt(variable, 'name');
      const again = name !== undefined && seen.has(name);
      seen.add(name);
      return again ? [fault(`env[${index}].name`, `sets ${shown(name)} twice`)] : [];
    });
  }),
});
