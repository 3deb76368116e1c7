import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacConfigMapWrite = rule({
  id: 'rbac-config-map-write',
  title: 'Role that changes every ConfigMap',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker changes the configuration, and with it often the scripts and trusted addresses, of every workload of the namespace.',
  fix: 'Name the ConfigMaps in resourceNames; for leader election use a named Lease.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0049', 'KSV-0115'],
    kubescape: ['C-0037'],
  },
  check: noRoleAllows('rbac-config-map-write'),
});
