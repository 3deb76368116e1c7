import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { listAt } from '../../kubernetes/object';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { all, fault, perObject } from '../check';
import { rule } from '../rule';

export const rbacWildcard = rule({
  id: 'rbac-wildcard',
  title: 'Wildcard in a role',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'A wildcard also covers what is installed into the cluster later: whoever takes over the holder may do things that nobody has thought of yet.',
  fix: 'List the verbs, API groups and resources that are needed, one by one.',
  standards: [cis('5.1.3'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    'kube-linter': ['wildcard-in-rules'],
    'trivy': ['KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0112'],
    'kubescape': ['C-0187', 'C-0035'],
    'checkov': ['CKV_K8S_49'],
    'kyverno': ['restrict-wildcard-resources', 'restrict-wildcard-verbs'],
  },
  check: all(
    noRoleAllows('rbac-wildcard'),
    perObject(['ClusterRole'], (role) => listAt(role, 'rules').flatMap((policyRule, index) => (
      listAt(policyRule, 'nonResourceURLs').includes('*') ? [fault(`rules[${index}].nonResourceURLs`, 'allows requests to every URL that is no resource')] : []))),
  ),
});
