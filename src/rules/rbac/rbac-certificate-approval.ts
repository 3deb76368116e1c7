import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacCertificateApproval = rule({
  id: 'rbac-certificate-approval',
  title: 'Role that approves certificates',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker approves their own request for a client certificate in the name of any user or ServiceAccount.',
  fix: 'Remove update and patch on certificatesigningrequests/approval, and approve on signers of Kubernetes.',
  standards: [cis('5.1.11'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0280'],
    checkov: ['CKV_K8S_156'],
    kyverno: ['restrict-clusterrole-csr'],
  },
  check: noRoleAllows('rbac-certificate-approval'),
});
