import { StandardReference } from '../findings/report';

const URL = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/';

const BASELINE = {
  hostNamespaces: 'Host Namespaces',
  privileged: 'Privileged Containers',
  capabilities_baseline: 'Capabilities',
  hostPathVolumes: 'HostPath Volumes',
  hostPorts: 'Host Ports',
  hostProbesAndHostLifecycle: 'Host Probes / Lifecycle Hooks',
  appArmorProfile: 'AppArmor',
  seLinuxOptions: 'SELinux',
  procMount: '/proc Mount Type',
  seccompProfile_baseline: 'Seccomp',
  sysctls: 'Sysctls',
  windowsHostProcess: 'HostProcess',
} as const;

const RESTRICTED = {
  restrictedVolumes: 'Volume Types',
  allowPrivilegeEscalation: 'Privilege Escalation',
  runAsNonRoot: 'Running as Non-root',
  runAsUser: 'Running as Non-root user',
  seccompProfile_restricted: 'Seccomp',
  capabilities_restricted: 'Capabilities',
  procMount_restricted: '/proc Mount Type',
} as const;

/** Controls of the Pod Security Standards, by the ids that Pod Security admission gives its checks. @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const pss = {
  baseline: (check: keyof typeof BASELINE): StandardReference => ({
    standard: 'Pod Security Standards', id: `baseline:${check}`, title: BASELINE[check], url: `${URL}#baseline`,
  }),
  restricted: (check: keyof typeof RESTRICTED): StandardReference => ({
    standard: 'Pod Security Standards', id: `restricted:${check}`, title: RESTRICTED[check], url: `${URL}#restricted`,
  }),
};

export const allOfPodSecurity: readonly StandardReference[] = [
  ...(Object.keys(BASELINE) as (keyof typeof BASELINE)[]).map(pss.baseline),
  ...(Object.keys(RESTRICTED) as (keyof typeof RESTRICTED)[]).map(pss.restricted),
];
