import * as kplus from 'cdk8s-plus-27';
import { containerChecks, probeChecks } from './container-checks';
import { WITH_GROUP_0, WITH_USER_0, withHostPath } from './further-rules';
import { RESTRICTED_VOLUME_TYPES, SAFE_SYSCTLS } from '../../standards/pod-security/restricted';
import { PropCheck } from '../validation/prop-check';

export { TAG_RULE } from './container-checks';

/**
 * What is wrong with, or unsafe in, a hardened pod spec. Unsafe values name the rule under which they may be acknowledged.
 *
 * @param acceptedTag the one image whose tag has a reason
 */
export function podChecks(spec: kplus.k8s.PodSpec, acceptedTag?: string): PropCheck[] {
  const { containers, initContainers = [], securityContext } = spec;
  return [
    {
      when: spec.hostNetwork === true, rule: 'host-network', prop: 'hostNetwork', given: true, allowed: 'false',
      because: 'the pod shares the interfaces of the node, and no NetworkPolicy holds it',
    },
    {
      when: spec.automountServiceAccountToken === true, rule: 'service-account-token-automount', prop: 'automountServiceAccountToken', given: true,
      allowed: 'false: an account with grants gets a short-lived token by itself', because: 'whoever breaks into a container finds a token in it',
    },
    {
      when: securityContext?.runAsNonRoot === false || securityContext?.runAsUser === 0, rule: 'run-as-root',
      prop: 'securityContext', given: securityContext?.runAsUser === 0 ? { user: 0 } : { ensureNonRoot: false }, allowed: 'a user other than root',
      also: securityContext?.runAsUser === 0 ? WITH_USER_0 : [], because: 'root in the container is root on the node as soon as anything else breaks',
    },
    {
      when: securityContext?.runAsGroup === 0 || securityContext?.fsGroup === 0, rule: 'root-group',
      prop: 'securityContext', given: { group: securityContext?.runAsGroup, fsGroup: securityContext?.fsGroup }, allowed: 'a group other than 0',
      also: securityContext?.runAsGroup === 0 ? WITH_GROUP_0 : [],
      because: 'files of the node and of the image that belong to the group root are open to the process',
    },
    ...(securityContext?.sysctls ?? []).map(({ name, value }) => ({
      when: !SAFE_SYSCTLS.includes(name), rule: 'unsafe-sysctl', prop: 'securityContext.sysctls', given: `${name}=${value}`,
      allowed: SAFE_SYSCTLS.join(', '), because: 'it changes the kernel for every pod of the node',
    })),
    ...(spec.volumes ?? []).flatMap((volume) => volumeChecks(volume, [...initContainers, ...containers])),
    ...duplicateNames([...initContainers, ...containers]),
    ...duplicatePorts(containers),
    ...initContainers.flatMap((container) => containerChecks(container, `initContainers[${container.name}]`, acceptedTag)),
    ...containers.flatMap((container) => {
      const prop = `containers[${container.name}]`;
      return [...containerChecks(container, prop, acceptedTag), ...probeChecks(container, prop)];
    }),
  ];
}

function volumeChecks(volume: kplus.k8s.Volume, containers: kplus.k8s.Container[]): PropCheck[] {
  const types = Object.entries(volume).filter(([type, value]) => type !== 'name' && value !== undefined).map(([type]) => type === 'downwardApi' ? 'downwardAPI' : type);
  return [
    {
      when: volume.hostPath !== undefined, rule: 'host-path-volume', prop: `volumes[${volume.name}].hostPath`, given: volume.hostPath?.path,
      allowed: 'any other kind of volume', because: 'the container reads, and perhaps writes, files of the node', also: withHostPath(volume, containers),
    },
    ...types.map((type) => ({
      when: type !== 'hostPath' && !RESTRICTED_VOLUME_TYPES.includes(type), rule: 'volume-type-outside-restricted', prop: `volumes[${volume.name}]`, given: type,
      allowed: RESTRICTED_VOLUME_TYPES.join(', '), because: 'the pod names the server or the disk itself, past what PersistentVolumes allow',
    })),
  ];
}

function duplicateNames(containers: kplus.k8s.Container[]): PropCheck[] {
  return repeated(containers.map((container) => container.name)).map((name) => ({
    when: true, prop: 'containers', given: name, allowed: 'names that differ from each other',
  }));
}

function duplicatePorts(containers: kplus.k8s.Container[]): PropCheck[] {
  const ports = containers.flatMap((container) => container.ports ?? []).map(({ containerPort, protocol }) => `${containerPort}/${protocol ?? 'TCP'}`);
  return repeated(ports).map((port) => ({
    when: true, prop: 'containers.ports', given: port, allowed: 'ports that differ from each other', because: 'the second container could not listen',
  }));
}

function repeated(values: string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}
