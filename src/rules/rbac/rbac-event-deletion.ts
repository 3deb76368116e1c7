import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacEventDeletion = rule({
  id: 'rbac-event-deletion',
  title: 'Role that deletes events or logs',
  severity: Severity.MEDIUM,
  domain: 'rbac',
  why: 'An attacker removes the traces of what they did.',
  fix: 'Remove delete and deletecollection on events and pods/log.',
  standards: [nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0042'],
    kubescape: ['C-0031'],
  },
  check: noRoleAllows('rbac-event-deletion'),
});
