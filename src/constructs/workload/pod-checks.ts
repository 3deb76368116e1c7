import * as kplus from 'cdk8s-plus-27';
import { parseImageReference } from '../../kubernetes/image-reference';
import { dnsLabelProblem, portNameProblem } from '../../kubernetes/names';
import { PropCheck } from '../validation/prop-check';

/** What is wrong with, or unsafe in, a hardened pod spec. Unsafe values name the rule under which they may be acknowledged. */
export function podChecks(spec: kplus.k8s.PodSpec): PropCheck[] {
  const containers = spec.containers;
  const initContainers = spec.initContainers ?? [];
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
      when: spec.securityContext?.runAsNonRoot === false || spec.securityContext?.runAsUser === 0, rule: 'run-as-root',
      prop: 'securityContext', given: spec.securityContext?.runAsUser === 0 ? { user: 0 } : { ensureNonRoot: false }, allowed: 'a user other than root',
      because: 'root in the container is root on the node as soon as anything else breaks',
    },
    ...(spec.volumes ?? []).map((volume) => ({
      when: volume.hostPath !== undefined, rule: 'host-path-volume', prop: `volumes[${volume.name}].hostPath`, given: volume.hostPath?.path,
      allowed: 'any other kind of volume', because: 'the container reads, and perhaps writes, files of the node',
    })),
    ...duplicateNames([...initContainers, ...containers]),
    ...initContainers.flatMap((container) => containerChecks(container, `initContainers[${container.name}]`)),
    ...containers.flatMap((container) => {
      const prop = `containers[${container.name}]`;
      return [...containerChecks(container, prop), ...probeChecks(container, prop)];
    }),
  ];
}

function containerChecks(container: kplus.k8s.Container, prop: string): PropCheck[] {
  const context = container.securityContext;
  const nameProblem = dnsLabelProblem(container.name);
  return [
    { when: nameProblem !== undefined, prop: `${prop}.name`, given: container.name, allowed: nameProblem ?? '' },
    ...imageChecks(container.image, `${prop}.image`),
    ...(container.ports ?? []).flatMap((port) => portChecks(port, `${prop}.ports`)),
    {
      when: context?.privileged === true, rule: 'privileged-container', prop: `${prop}.securityContext.privileged`, given: true, allowed: 'false',
      because: 'a privileged container has every device of the node; leaving it takes one mount',
    },
    {
      when: context?.allowPrivilegeEscalation === true && context.privileged !== true, rule: 'privilege-escalation',
      prop: `${prop}.securityContext.allowPrivilegeEscalation`, given: true, allowed: 'false',
      because: 'a setuid binary in the image makes the process root',
    },
    {
      when: context?.readOnlyRootFilesystem === false, rule: 'writable-root-filesystem',
      prop: `${prop}.securityContext.readOnlyRootFilesystem`, given: false, allowed: 'true, with writablePaths for what must be written',
      because: 'an intruder can replace the program and leave tools behind',
    },
    {
      when: context?.runAsNonRoot === false || context?.runAsUser === 0, rule: 'run-as-root', prop: `${prop}.securityContext`,
      given: context?.runAsUser === 0 ? { user: 0 } : { ensureNonRoot: false }, allowed: 'a user other than root',
      because: 'root in the container is root on the node as soon as anything else breaks',
    },
    {
      when: (context?.capabilities?.add ?? []).length > 0, rule: 'added-capability', prop: `${prop}.securityContext.capabilities.add`,
      given: context?.capabilities?.add, allowed: 'none: all capabilities are dropped', because: 'each capability is a part of what root may do',
    },
  ];
}

function imageChecks(image: string | undefined, prop: string): PropCheck[] {
  const reference = parseImageReference(image);
  return [
    { when: reference === undefined, prop, given: image, allowed: 'an image reference such as registry.example.com/shop/api@sha256:…' },
    {
      when: reference !== undefined && reference.digest === undefined, rule: 'image-without-digest', prop, given: image,
      allowed: 'a reference with a digest (…@sha256:…), or Image.ofTag() with a reason',
      because: 'whoever may push to the registry can put other content under the same tag',
    },
    {
      when: reference !== undefined && reference.digest === undefined && (reference.tag ?? 'latest') === 'latest', rule: 'latest-tag', prop, given: image,
      allowed: 'a digest, or at least a tag other than latest', because: 'nobody can say what runs, or go back to what ran',
    },
  ];
}

function portChecks(port: kplus.k8s.ContainerPort, prop: string): PropCheck[] {
  const { containerPort: number, hostPort } = port;
  const nameProblem = portNameProblem(port.name);
  const inRange = Number.isInteger(number) && number >= 1 && number <= 65535;
  return [
    { when: !inRange, prop, given: number, allowed: 'a port from 1024 to 65535' },
    {
      when: inRange && number < 1024, rule: 'privileged-port', prop, given: number, allowed: 'a port from 1024 to 65535',
      because: 'a lower one takes a capability or root to listen on',
    },
    { when: inRange && nameProblem !== undefined, prop: `${prop}[${number}].name`, given: port.name, allowed: nameProblem ?? '' },
    {
      when: hostPort !== undefined, rule: 'host-port', prop: `${prop}[${number}].hostPort`, given: hostPort, allowed: 'none: reach pods through a Service',
      because: 'the port is open on the node itself, past Services and most NetworkPolicies',
    },
  ];
}

function probeChecks(container: kplus.k8s.Container, prop: string): PropCheck[] {
  const { livenessProbe: live, readinessProbe: ready } = container;
  return [
    {
      when: live === undefined, rule: 'missing-liveness-probe', prop: `${prop}.liveness`, given: undefined, allowed: 'a probe; see Health',
      because: 'a process that hangs is never restarted',
    },
    {
      when: ready === undefined, rule: 'missing-readiness-probe', prop: `${prop}.readiness`, given: undefined, allowed: 'a probe; see Health',
      because: 'traffic reaches pods that cannot answer it yet',
    },
    {
      when: live !== undefined && ready !== undefined && live.grpc === undefined && actionOf(live) === actionOf(ready),
      rule: 'identical-probes', prop: `${prop}.readiness`, given: actionOf(ready ?? {}), allowed: 'a check that differs from liveness',
      because: 'a pod that only needs a rest from traffic is killed instead',
    },
  ];
}

function actionOf({ httpGet, tcpSocket, exec, grpc }: kplus.k8s.Probe): string {
  return JSON.stringify({ httpGet, tcpSocket, exec, grpc });
}

function duplicateNames(containers: kplus.k8s.Container[]): PropCheck[] {
  const names = containers.map((container) => container.name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    when: true, prop: 'containers', given: name, allowed: 'names that differ from each other',
  }));
}
