import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacNodeProxy = rule({
  id: 'rbac-node-proxy',
  title: 'Role that talks to kubelets',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker runs commands in every pod of a node through its kubelet, without audit log or admission.',
  fix: 'Remove nodes/proxy; name finer subresources such as nodes/metrics where they are needed.',
  standards: [cis('5.1.10'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0047'],
    kubescape: ['C-0279'],
    checkov: ['CKV2_K8S_2'],
    kyverno: ['restrict-clusterrole-nodesproxy'],
  },
  check: noRoleAllows('rbac-node-proxy'),
});
