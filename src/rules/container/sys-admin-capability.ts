import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { addsNone } from './added-capabilities';

export const sysAdminCapability = rule({
  id: 'sys-admin-capability',
  title: 'SYS_ADMIN added',
  severity: Severity.CRITICAL,
  domain: 'container',
  why: 'SYS_ADMIN is root by another name: it mounts file systems and opens namespaces, which is the usual way out of a container.',
  fix: 'Remove SYS_ADMIN from securityContext.capabilities.add.',
  standards: [cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['privilege-escalation-container'],
    'polaris': ['dangerousCapabilities'],
    'kubesec': ['CapSysAdmin'],
    'trivy': ['KSV-0005'],
    'kubescape': ['C-0046', 'C-0057'],
    'checkov': ['CKV_K8S_39'],
  },
  check: addsNone('SYS_ADMIN'),
});
