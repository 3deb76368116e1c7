import * as kplus from 'cdk8s-plus-27';
import { WITH_GROUP_0, WITH_PRIVILEGED, WITH_USER_0, withCapabilities } from './further-rules';
import { parseImageReference } from '../../kubernetes/image-reference';
import { dnsLabelProblem, portNameProblem } from '../../kubernetes/names';
import { NanoQuantity, parseQuantity } from '../../kubernetes/quantity';
import { PropCheck, shown } from '../validation/prop-check';

/** The rule that an image without a digest breaks. */
export const TAG_RULE = 'image-without-digest';

/** What is wrong with, or unsafe in, a container of any kind. */
export function containerChecks(container: kplus.k8s.Container, prop: string, acceptedTag?: string): PropCheck[] {
  const context = container.securityContext;
  const nameProblem = dnsLabelProblem(container.name);
  return [
    { when: nameProblem !== undefined, prop: `${prop}.name`, given: container.name, allowed: nameProblem ?? '' },
    ...imageChecks(container.image, `${prop}.image`, acceptedTag),
    ...(container.ports ?? []).flatMap((port) => portChecks(port, `${prop}.ports`)),
    ...callChecks(container, prop),
    {
      when: context?.privileged === true, rule: 'privileged-container', prop: `${prop}.securityContext.privileged`, given: true, allowed: 'false',
      also: WITH_PRIVILEGED,
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
      also: context?.runAsUser === 0 ? WITH_USER_0 : [], because: 'root in the container is root on the node as soon as anything else breaks',
    },
    {
      when: context?.runAsGroup === 0, rule: 'root-group', prop: `${prop}.securityContext`, given: { group: 0 }, allowed: 'a group other than 0',
      also: WITH_GROUP_0,
      because: 'files of the node and of the image that belong to the group root are open to the process',
    },
    {
      when: (context?.capabilities?.add ?? []).length > 0, rule: 'added-capability', prop: `${prop}.securityContext.capabilities.add`,
      given: context?.capabilities?.add, allowed: 'none: all capabilities are dropped', because: 'each capability is a part of what root may do',
      also: withCapabilities(context?.capabilities?.add ?? []),
    },
  ];
}

/** What is wrong with how the kubelet learns of the health of a container that is to keep running. */
export function probeChecks(container: kplus.k8s.Container, prop: string): PropCheck[] {
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

function imageChecks(image: string | undefined, prop: string, acceptedTag: string | undefined): PropCheck[] {
  const reference = parseImageReference(image);
  const byTag = reference !== undefined && reference.digest === undefined;
  return [
    { when: reference === undefined, prop, given: image, allowed: 'an image reference such as registry.example.com/shop/api@sha256:…' },
    {
      when: byTag && image !== acceptedTag, rule: TAG_RULE, prop, given: image,
      allowed: 'a reference with a digest (…@sha256:…), or Image.ofTag() with a reason',
      because: 'whoever may push to the registry can put other content under the same tag',
    },
    {
      when: byTag && (reference.tag ?? 'latest') === 'latest', rule: 'latest-tag', prop, given: image,
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

/** Requests and limits as they come out; complete and in order by construction, unless a JSON patch says otherwise. */
export function renderedResourceChecks({ resources }: kplus.k8s.Container, prop: string): PropCheck[] {
  return ['cpu', 'memory', 'ephemeral-storage'].flatMap((resource) => {
    const [request, limit] = [resources?.requests?.[resource], resources?.limits?.[resource]];
    return [
      { when: !(amountOf(request)! > 0n), prop: `${prop}.resources.requests.${resource}`, given: textOf(request), allowed: 'a positive quantity' },
      { when: !(amountOf(limit)! > 0n), prop: `${prop}.resources.limits.${resource}`, given: textOf(limit), allowed: 'a positive quantity' },
      {
        when: amountOf(request)! > amountOf(limit)!, prop: `${prop}.resources.requests.${resource}`, given: textOf(request), allowed: `at most the limit, ${shown(textOf(limit))}`,
      },
    ];
  });
}

/** The kubelet makes these calls from the node, past every NetworkPolicy. */
function callChecks({ livenessProbe, readinessProbe, startupProbe, lifecycle }: kplus.k8s.Container, prop: string): PropCheck[] {
  const calls = [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop];
  return calls.map((call) => call?.httpGet?.host ?? call?.tcpSocket?.host).filter((host) => host !== undefined).map((host) => ({
    when: true, rule: 'probe-to-other-host', prop, given: `a probe or hook of ${host}`, allowed: 'calls to the container itself',
    because: 'the kubelet makes the call from the node, past every NetworkPolicy, to wherever it says',
  }));
}

function actionOf({ httpGet, tcpSocket, exec, grpc }: kplus.k8s.Probe): string {
  return JSON.stringify({ httpGet, tcpSocket, exec, grpc });
}

/** As cdk8s-plus holds it, or as it comes out. */
function textOf(quantity: kplus.k8s.Quantity | string | undefined): unknown {
  return typeof quantity === 'object' ? quantity?.value : quantity;
}

function amountOf(quantity: kplus.k8s.Quantity | string | undefined): NanoQuantity | undefined {
  return parseQuantity(textOf(quantity));
}
