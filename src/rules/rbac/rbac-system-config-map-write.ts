import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacSystemConfigMapWrite = rule({
  id: 'rbac-system-config-map-write',
  title: 'Role that changes ConfigMaps of the system',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker redirects the DNS of the cluster, maps a cloud identity to cluster-admin, or replaces what components trust.',
  fix: 'Name the ConfigMaps of your own in resourceNames, in a Role of your own namespace.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0049', 'KSV-0115'],
    kubescape: ['C-0037'],
  },
  check: noRoleAllows('rbac-system-config-map-write'),
});
