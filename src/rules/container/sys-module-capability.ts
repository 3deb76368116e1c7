import { Severity } from '../../findings/severity';
import { cis, nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { addsNone } from './added-capabilities';

export const sysModuleCapability = rule({
  id: 'sys-module-capability',
  title: 'SYS_MODULE added',
  severity: Severity.CRITICAL,
  domain: 'container',
  why: 'With SYS_MODULE the container loads code of its own into the kernel of the node.',
  fix: 'Remove SYS_MODULE from securityContext.capabilities.add; the node loads the modules that pods need.',
  standards: [cis('5.2.9'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    trivy: ['KSV-0120'],
    kubescape: ['C-0046'],
  },
  check: addsNone('SYS_MODULE'),
});
