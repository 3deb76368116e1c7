import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';
import { everyContainer, field } from '../vocabulary';

export const secretInEnvironment = rule({
  id: 'secret-in-environment',
  title: 'Secret passed through the environment',
  severity: Severity.MEDIUM,
  domain: 'secrets',
  why: 'The environment is inherited by every child process and ends in crash reports, debug pages and logs.',
  fix: 'Mount the Secret as a volume, and read the value from its file.',
  standards: [cis('5.4.1'), nsa('secrets'), owasp('K08')],
  equivalents: {
    'kube-linter': ['read-secret-from-env-var'],
    'kubesec': ['SecretsAsEnvironmentVariables'],
    'kubescape': ['C-0207', 'C-0012', 'C-0259'],
    'checkov': ['CKV_K8S_35'],
    'kyverno': ['disallow-secrets-from-env-vars', 'disallow-all-secrets'],
  },
  check: everyContainer(field('env[].valueFrom.secretKeyRef').isAbsent(), field('envFrom[].secretRef').isAbsent()),
});
