import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacCertificateSigning = rule({
  id: 'rbac-certificate-signing',
  title: 'Role that signs certificates',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker issues a certificate of their own making that the API server or the kubelets accept as identity.',
  fix: 'Remove the status subresources of certificate requests, and sign on signers of Kubernetes.',
  standards: [cis('5.1.11'), nsa('role-based-access-control'), owasp('K03')],
  check: noRoleAllows('rbac-certificate-signing'),
});
