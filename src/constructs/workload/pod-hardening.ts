import * as kplus from 'cdk8s-plus-27';
import { Health } from './health';
import { portName } from './main-container';
import { ResourceLists, completeResources } from './resources';
import { spreadConstraints, withSoftAntiAffinity } from './scheduling';
import { ServiceAccountToken, tokenMount, tokenVolume } from './service-account-token';

/** Everything that hardening needs to know beyond the pod spec that cdk8s-plus renders. */
export interface PodHardening {
  readonly matchLabels: { [key: string]: string };
  readonly priorityClassName?: string;
  /** The token of the pod's account, when it may call the API server. */
  readonly token?: ServiceAccountToken;
  /** Requests and limits per container, in the order of the spec; without them defaults fill what the container lacks. */
  readonly resources: (ResourceLists | undefined)[];
  readonly initResources: (ResourceLists | undefined)[];
  /** Health of the first container. */
  readonly health?: Health;
}

/**
 * A pod spec with everything safe that was left open. What was given is kept, the unsafe values too:
 * those are refused, or acknowledged, where the pod is checked, and never silently changed.
 */
export function hardenPodSpec(spec: kplus.k8s.PodSpec, hardening: PodHardening): kplus.k8s.PodSpec {
  const privileged = spec.containers.some((container) => container.securityContext?.privileged);
  const rootAllowed = spec.securityContext?.runAsNonRoot === false;
  const { token, matchLabels } = hardening;
  return {
    ...spec,
    enableServiceLinks: false,
    priorityClassName: hardening.priorityClassName,
    securityContext: {
      ...spec.securityContext,
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
        ...index === 0 ? hardening.health?._toProbes(hardened.ports?.[0]?.containerPort ?? 0) : {},
        volumeMounts: token ? [...hardened.volumeMounts ?? [], tokenMount()] : hardened.volumeMounts,
      };
    }),
    initContainers: spec.initContainers?.map((container, index) => hardenContainer(container, hardening.initResources[index], rootAllowed)),
  };
}

function hardenContainer(container: kplus.k8s.Container, resources: ResourceLists | undefined, rootAllowed: boolean): kplus.k8s.Container {
  const context = container.securityContext;
  const added = context?.capabilities?.add?.map((capability) => capability.replace(/^CAP_/, ''));
  return {
    ...container,
    resources: toRequirements(resources ?? missingFilled(container)),
    ports: container.ports?.map((port) => ({ ...port, name: port.name ?? portName(port.containerPort, port.protocol) })),
    securityContext: {
      ...context,
      // Kubernetes refuses a privileged container that may not escalate.
      allowPrivilegeEscalation: context?.privileged ? true : context?.allowPrivilegeEscalation,
      capabilities: { drop: ['ALL'], add: added },
      // cdk8s-plus repeats `true` in every container, where it would overrule the pod.
      runAsNonRoot: rootAllowed ? undefined : context?.runAsNonRoot,
    },
  };
}

/** A container that was made elsewhere and attached. */
function missingFilled({ resources }: kplus.k8s.Container): ResourceLists {
  const bounds = (resource: string) => ({ request: textOf(resources?.requests?.[resource]), limit: textOf(resources?.limits?.[resource]) });
  return completeResources({ cpu: bounds('cpu'), memory: bounds('memory'), ephemeralStorage: bounds('ephemeral-storage') });
}

function textOf(quantity: kplus.k8s.Quantity | undefined): string | undefined {
  return quantity === undefined ? undefined : String(quantity.value);
}

function toRequirements({ requests, limits }: ResourceLists): kplus.k8s.ResourceRequirements {
  const quantities = (list: { readonly [resource: string]: string }) => Object.fromEntries(
    Object.entries(list).map(([resource, text]) => [resource, kplus.k8s.Quantity.fromString(text)]));
  return { requests: quantities(requests), limits: quantities(limits) };
}
