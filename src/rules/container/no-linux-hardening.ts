import { Severity } from '../../findings/severity';
import { listAt, textAt, valueAt } from '../../kubernetes/object';
import { Container, Pod } from '../../kubernetes/pod';
import { runsOnWindows } from '../../kubernetes/pod-os';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';
import { capabilityOf } from './added-capabilities';
import { isEmpty } from './empty';

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

function isHardened(container: Container, pod: Pod): boolean {
  const effective = (...path: readonly string[]) => valueAt(container.spec, 'securityContext', ...path) ?? valueAt(pod.spec, 'securityContext', ...path);
  const profiles = ['RuntimeDefault', 'Localhost'];
  return profiles.includes(effective('seccompProfile', 'type') as string)
    || profiles.includes(effective('appArmorProfile', 'type') as string)
    || /^(runtime\/default|localhost\/.+)$/s.test(textAt(pod.metadata, 'annotations', ANNOTATION + container.name) ?? '')
    || !isEmpty(effective('seLinuxOptions'))
    || dropsMoreThanItAdds(container);
}

function dropsMoreThanItAdds({ spec }: Container): boolean {
  const [drop, add] = ['drop', 'add'].map((list) => listAt(spec, 'securityContext', 'capabilities', list));
  return drop.length > 0 && !add.some((added) => capabilityOf(added) === 'ALL');
}

export const noLinuxHardening = rule({
  id: 'no-linux-hardening',
  title: 'No hardening by the kernel',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'Neither seccomp nor AppArmor, SELinux or fewer capabilities are asked for: the whole kernel is open to whoever takes over the container.',
  fix: 'Set seccompProfile.type to RuntimeDefault in the pod, and drop ALL capabilities in every container.',
  standards: [cis('5.6.2'), nsa('hardening-container-environments'), owasp('K01')],
  equivalents: {
    polaris: ['linuxHardening'],
    kubescape: ['C-0055'],
  },
  check: perContainer((container, pod) => (runsOnWindows(pod) || isHardened(container, pod) ? undefined
    : fault('securityContext', 'sets no seccomp, AppArmor or SELinux profile and drops no capability'))),
});
