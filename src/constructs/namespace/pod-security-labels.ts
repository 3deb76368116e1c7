import { ApiObjectMetadataDefinition } from 'cdk8s';
import { PodSecurityLevel } from './pod-security-level';
import { PropCheck } from '../validation/prop-check';

const PREFIX = 'pod-security.kubernetes.io';
const LEVELS: unknown[] = Object.values(PodSecurityLevel);

export interface PodSecurityProps {
  readonly podSecurity?: PodSecurityLevel;
  readonly podSecurityVersion?: string;
}

/**
 * What the Pod Security admission of the API server reads: what it refuses, what it writes into the audit log, what it warns of.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function podSecurityLabels({ podSecurity = PodSecurityLevel.RESTRICTED, podSecurityVersion = 'v1.36' }: PodSecurityProps): { [key: string]: string } {
  const levels = { enforce: podSecurity, audit: PodSecurityLevel.RESTRICTED, warn: PodSecurityLevel.RESTRICTED };
  return Object.fromEntries(Object.entries(levels).flatMap(([mode, level]) => [
    [`${PREFIX}/${mode}`, level],
    [`${PREFIX}/${mode}-version`, podSecurityVersion],
  ]));
}

/** Judges the labels as they stand at synth: they may come from props, from labels, or later. */
export function podSecurityChecks(metadata: ApiObjectMetadataDefinition): PropCheck[] {
  const [enforce, audit, warn] = ['enforce', 'audit', 'warn'].map((mode) => metadata.getLabel(`${PREFIX}/${mode}`));
  const versions = [...new Set(['enforce', 'audit', 'warn'].map((mode) => metadata.getLabel(`${PREFIX}/${mode}-version`)))];
  const isLevel = LEVELS.includes(enforce);
  return [
    { when: !isLevel, prop: 'podSecurity', given: enforce, allowed: LEVELS.join(', ') },
    {
      when: isLevel && enforce !== PodSecurityLevel.RESTRICTED, rule: 'pod-security-not-restricted', prop: 'podSecurity', given: enforce,
      allowed: PodSecurityLevel.RESTRICTED, because: 'pods that can be made root, or leave their container, are admitted',
      also: enforce === PodSecurityLevel.PRIVILEGED ? ['pod-security-privileged'] : [],
    },
    ...[audit, warn].map((level) => ({
      when: level !== PodSecurityLevel.RESTRICTED, prop: 'metadata.labels', given: level, allowed: PodSecurityLevel.RESTRICTED,
      because: 'pods below it would not even be noticed',
    })),
    ...versions.map((version) => ({
      when: typeof version !== 'string' || !/^v1\.(2[2-9]|[3-9]\d)$/.test(version), prop: 'podSecurityVersion', given: version,
      allowed: 'a Kubernetes version such as v1.36; latest would change what is admitted with each upgrade',
    })),
  ];
}
