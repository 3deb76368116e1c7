import * as kplus from 'cdk8s-plus-27';
import { Health } from './health';
import { portName } from './main-container';
import { ResourceLists } from './resources';
import { spreadConstraints, withSoftAntiAffinity } from './scheduling';
import { ServiceAccountToken, tokenMount, tokenVolume } from './service-account-token';
import { shown } from '../validation/prop-check';

/** Everything that hardening needs to know beyond the pod spec that cdk8s-plus renders. */
export interface PodHardening {
  readonly matchLabels: { [key: string]: string };
  readonly priorityClassName?: string;
  /** The token of the pod's account, when it may call the API server. */
  readonly token?: ServiceAccountToken;
  /** Requests and limits per container, in the order of the spec. */
  readonly resources: ResourceLists[];
  readonly initResources: ResourceLists[];
  /** Health of the first container. */
  readonly health?: Health;
}

/**
 * A pod spec with everything safe that was left open. What was given is kept, the unsafe values too:
 * those are refused, or acknowledged, where the pod is checked, and never silently changed.
 */
export function hardenPodSpec(spec: kplus.k8s.PodSpec, hardening: PodHardening): kplus.k8s.PodSpec {
  const privileged = spec.containers.some((container) => container.securityContext?.privileged);
  const rootAllowed = spec.securityContext?.runAsNonRoot === false || spec.securityContext?.runAsUser === 0;
  const { token, matchLabels } = hardening;
  return {
    ...spec,
    enableServiceLinks: false,
    priorityClassName: hardening.priorityClassName,
    securityContext: {
      ...spec.securityContext,
      // The kubelet starts no container as root that is said not to be.
      runAsNonRoot: !rootAllowed,
      seccompProfile: { type: 'RuntimeDefault' },
      // What container runtimes choose on SELinux nodes, said aloud; a privileged container could not run under it.
      seLinuxOptions: privileged ? undefined : { type: 'container_t' },
    },
    affinity: withSoftAntiAffinity(spec.affinity, matchLabels),
    topologySpreadConstraints: spreadConstraints(matchLabels),
    volumes: token ? [...spec.volumes ?? [], tokenVolume(token)] : spec.volumes,
    containers: spec.containers.map((container, index) => {
      const hardened = hardenContainer(container, hardening.resources[index], rootAllowed);
      return {
        ...hardened,
        ...index === 0 ? hardening.health?._toProbes(hardened.ports?.[0]?.containerPort) : {},
        volumeMounts: token ? [...hardened.volumeMounts ?? [], tokenMount()] : hardened.volumeMounts,
      };
    }),
    initContainers: spec.initContainers?.map((container, index) => hardenContainer(container, hardening.initResources[index], rootAllowed)),
  };
}

function hardenContainer(container: kplus.k8s.Container, resources: ResourceLists, rootAllowed: boolean): kplus.k8s.Container {
  const context = container.securityContext;
  const added: unknown = context?.capabilities?.add ?? undefined;
  return {
    ...container,
    resources: toRequirements(resources),
    ports: container.ports?.map((port) => ({ ...port, name: port.name ?? portName(port.containerPort, port.protocol) })),
    securityContext: {
      ...context,
      // Kubernetes refuses a privileged container that may not escalate.
      allowPrivilegeEscalation: context?.privileged ? true : context?.allowPrivilegeEscalation,
      capabilities: { drop: ['ALL'], add: added === undefined ? undefined : [added].flat().map(capabilityName) },
      // cdk8s-plus repeats `true` in every container, where it would overrule the pod.
      runAsNonRoot: context?.runAsUser === 0 ? false : rootAllowed ? undefined : context?.runAsNonRoot,
    },
  };
}

/** As Kubernetes spells it, without the prefix that cdk8s-plus gives it. */
function capabilityName(capability: unknown): string {
  return typeof capability === 'string' ? capability.replace(/^CAP_/, '') : shown(capability);
}

function toRequirements({ requests, limits }: ResourceLists): kplus.k8s.ResourceRequirements {
  const quantities = (list: { readonly [resource: string]: string }) => Object.fromEntries(
    Object.entries(list).map(([resource, text]) => [resource, kplus.k8s.Quantity.fromString(text)]));
  return { requests: quantities(requests), limits: quantities(limits) };
}
