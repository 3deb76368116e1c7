import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacWebhookWrite = rule({
  id: 'rbac-webhook-write',
  title: 'Role that changes admission webhooks',
  severity: Severity.CRITICAL,
  domain: 'rbac',
  why: 'An attacker reads and rewrites every object that enters the cluster, Secrets included, or removes the guard against it.',
  fix: 'Remove create, update, patch and delete on webhook configurations.',
  standards: [cis('5.1.12'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    trivy: ['KSV-0114'],
    kubescape: ['C-0281'],
    checkov: ['CKV_K8S_155'],
    kyverno: ['restrict-clusterrole-mutating-validating-admission-webhooks'],
  },
  check: noRoleAllows('rbac-webhook-write'),
});
