import * as kplus from 'cdk8s-plus-27';
import { isWithin, normalizedHostPath } from '../../kubernetes/host-path';
import { OF_CONTAINER_RUNTIMES, REACHING_THE_NODE } from '../../standards/capabilities';
import { RUNTIME_SOCKET, SENSITIVE_DIRECTORIES } from '../../standards/host-paths';

/*
 * A check of a construct names one rule, which says best what is wrong. Others find the same value in the
 * manifest: what is accepted under the one is accepted under them, or it would be reported all the same.
 */

export const WITH_PRIVILEGED: readonly string[] = ['privilege-escalation', 'no-mandatory-access-control'];
export const WITH_USER_0: readonly string[] = ['root-user', 'low-user-id'];
export const WITH_GROUP_0: readonly string[] = ['low-group-id'];

export function withCapabilities(added: readonly string[]): string[] {
  return rulesThatHold({
    'capability-outside-baseline': added.some((name) => !OF_CONTAINER_RUNTIMES.includes(name)),
    'capability-outside-restricted': added.some((name) => name !== 'NET_BIND_SERVICE'),
    'dangerous-capability': added.some((name) => REACHING_THE_NODE.includes(name)),
    'sys-admin-capability': added.includes('SYS_ADMIN'),
    'sys-module-capability': added.includes('SYS_MODULE'),
    'net-raw-capability': added.includes('NET_RAW'),
  });
}

/**
 * @param containers that may mount the volume
 */
export function withHostPath({ name, hostPath }: kplus.k8s.Volume, containers: readonly kplus.k8s.Container[]): string[] {
  const path = normalizedHostPath(hostPath?.path ?? '');
  return rulesThatHold({
    'container-runtime-socket': RUNTIME_SOCKET.test(path),
    'sensitive-host-path': SENSITIVE_DIRECTORIES.some((directory) => isWithin(path, directory) || isWithin(directory, path)),
    'writable-host-path-mount': containers.some(({ volumeMounts = [] }) => volumeMounts.some((mount) => mount.name === name && mount.readOnly !== true)),
  });
}

function rulesThatHold(rules: { readonly [rule: string]: boolean }): string[] {
  return Object.keys(rules).filter((rule) => rules[rule]);
}
