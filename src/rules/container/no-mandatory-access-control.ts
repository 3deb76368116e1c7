import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { runsOnWindows } from '../../kubernetes/pod-os';
import { nsa } from '../../standards';
import { fault, perContainer } from '../check';
import { rule } from '../rule';
import { isEmpty } from './empty';

/** Not a default: where the manifest is silent, runtimes apply their own profile. Either mechanism will do, because a node has one of them. */
export const noMandatoryAccessControl = rule({
  id: 'no-mandatory-access-control',
  title: 'AppArmor and SELinux left to the runtime',
  severity: Severity.LOW,
  domain: 'container',
  why: 'Which profile confines the container, and whether any does, is the choice of each node and stands in no manifest.',
  fix: 'Set seLinuxOptions.type to container_t, or appArmorProfile.type to RuntimeDefault where every node has AppArmor.',
  standards: [nsa('hardening-container-environments')],
  equivalents: {
    kubesec: ['ApparmorAny'],
    kubescape: ['C-0211'],
  },
  default: false,
  check: perContainer((container, pod) => {
    const says = (name: string) => !isEmpty(valueAt(container.spec, 'securityContext', name) ?? valueAt(pod.spec, 'securityContext', name));
    return runsOnWindows(pod) || says('appArmorProfile') || says('seLinuxOptions') ? undefined
      : fault('securityContext', 'sets neither appArmorProfile nor seLinuxOptions');
  }),
});
