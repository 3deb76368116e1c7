import { ApiObject, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HardenedDeploymentProps } from './hardened-deployment-props';
import { OF_FIRST_CONTAINER } from './hardened-deployment-shape';
import { writablePathChecks } from './writable-path';
import { dns1035LabelProblem, labelKeyProblem, labelValueProblem } from '../../kubernetes/names';
import { matchesSelector } from '../../kubernetes/selector';
import { isPort } from '../network/policy-ports';
import { ApplicationObjects } from '../validation/application-objects';
import { PropCheck } from '../validation/prop-check';
import { INT32_MAX } from '../validation/shape';

/** How long a token lives when nothing is said. */
export const DEFAULT_EXPIRATION_SECONDS = 3600;

/**
 * What is wrong with, or unsafe in, a deployment beyond its pod spec.
 *
 * @param hasImage whether an image was given, right or wrong
 */
export function deploymentChecks(deployment: kplus.Deployment, props: HardenedDeploymentProps, hasImage: boolean): PropCheck[] {
  const { replicas, restartPolicy } = props;
  const expiration = expirationSeconds(props.tokenExpiration);
  return [
    {
      when: replicas !== undefined && !(Number.isInteger(replicas) && replicas >= 0),
      prop: 'replicas', given: replicas, allowed: 'an integer of at least 0',
    },
    { when: Number.isInteger(replicas) && replicas! > INT32_MAX, prop: 'replicas', given: replicas, allowed: `at most ${INT32_MAX}` },
    {
      when: replicas === 1, rule: 'single-replica', prop: 'replicas', given: 1, allowed: 'at least 2',
      because: 'every node that is drained, and every crash, is an outage',
    },
    {
      when: restartPolicy !== undefined && restartPolicy !== kplus.RestartPolicy.ALWAYS,
      prop: 'restartPolicy', given: restartPolicy, allowed: 'Always, the only one that a Deployment may have',
    },
    {
      when: !(Number.isInteger(expiration) && expiration >= 600 && expiration <= 86400),
      prop: 'tokenExpiration', given: expiration, allowed: 'from 600 seconds to a day, in whole seconds',
    },
    ...props.clusterDns?._checks ?? [],
    ...hasImage ? firstContainerChecks(props) : imageChecks(deployment, props),
    ...nameChecks(deployment),
    ...labelChecks(deployment, props),
    ...accountChecks(deployment),
    ...serviceChecks(deployment),
  ];
}

/** The seconds of an expiration; NaN for what is no duration. */
export function expirationSeconds(expiration: Duration | undefined): number {
  if (expiration === undefined) { return DEFAULT_EXPIRATION_SECONDS; }
  return expiration instanceof Duration ? expiration.toSeconds({ integral: false }) : NaN;
}

function firstContainerChecks(props: HardenedDeploymentProps): PropCheck[] {
  const { port, ports = [], writablePaths = [], health } = props;
  const firstPort = ports.length > 0 ? ports[0].number : port;
  const offered = ports.map(({ servicePort, number, protocol }) => `${servicePort ?? number}/${protocol ?? kplus.Protocol.TCP}`);
  return [
    { when: port !== undefined && props.ports !== undefined, prop: 'port', given: port, allowed: 'either port or ports' },
    ...ports.map(({ servicePort }, index) => ({
      when: servicePort !== undefined && !isPort(servicePort), prop: `ports[${index}].servicePort`, given: servicePort, allowed: 'a port from 1 to 65535',
    })),
    ...offered.map((one, index) => ({
      when: offered.indexOf(one) !== index, prop: `ports[${index}].servicePort`, given: one, allowed: 'a port that the Service does not have yet',
    })),
    ...writablePathChecks(writablePaths),
    ...health?._checks(firstPort ?? undefined) ?? [],
  ];
}

function imageChecks(deployment: kplus.Deployment, props: HardenedDeploymentProps): PropCheck[] {
  return [
    { when: deployment.containers.length === 0, prop: 'image', given: undefined, allowed: 'an Image, or containers' },
    ...OF_FIRST_CONTAINER.map((prop) => ({
      when: props[prop] !== undefined && deployment.containers.length > 0, prop, given: props[prop], allowed: 'nothing, since it describes the container of `image`, and there is none',
    })),
  ];
}

/** One name for the Deployment, its policy and its budget, so that none of the three may exist already. */
function nameChecks(deployment: kplus.Deployment): PropCheck[] {
  const { name } = deployment;
  const problem = dns1035LabelProblem(name);
  const objects = ApplicationObjects.of(deployment);
  const taken = problem !== undefined ? [] : deployment.node.children
    .filter((child): child is ApiObject => ApiObject.isApiObject(child) && child.name === name)
    .filter((object) => objects.namedLike(object)[0] !== object);
  return [
    { when: problem !== undefined, prop: 'metadata.name', given: name, allowed: problem ?? '' },
    {
      when: taken.length > 0, prop: 'metadata.name', given: name,
      allowed: `a name that no other ${taken[0]?.kind} of the namespace has`, because: 'one of the two would replace the other in the cluster',
    },
  ];
}

function labelChecks({ podMetadata, matchLabels, matchExpressions }: kplus.Deployment, props: HardenedDeploymentProps): PropCheck[] {
  const given = Object.entries({ ...props.podMetadata?.labels, ...props.metadata?.labels });
  const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
  const podLabels = Object.fromEntries(keys.map((key) => [key, podMetadata.getLabel(key)!]).filter(([, value]) => value !== undefined));
  return [
    ...given.map(([key, value]) => {
      const problem = labelKeyProblem(key) ?? labelValueProblem(value);
      return { when: problem !== undefined, prop: `labels[${key}]`, given: value, allowed: problem ?? '' };
    }),
    {
      when: !matchesSelector({ matchLabels, matchExpressions }, podLabels), prop: 'podMetadata.labels', given: podLabels,
      allowed: 'labels that the selector of the deployment matches', because: 'its Service, its NetworkPolicy and its budget would lose the pods',
    },
  ];
}

function accountChecks({ serviceAccount, metadata }: kplus.Deployment): PropCheck[] {
  return [{
    when: serviceAccount instanceof kplus.ServiceAccount && serviceAccount.metadata.namespace !== metadata.namespace,
    prop: 'serviceAccount', given: serviceAccount?.name, allowed: `an account in the namespace of the pods, ${metadata.namespace ?? 'which is not set'}`,
  }];
}

function serviceChecks(deployment: kplus.Deployment): PropCheck[] {
  return deployment.node.children.filter((child): child is kplus.Service => child instanceof kplus.Service).map((service) => ({
    when: service.type === kplus.ServiceType.NODE_PORT || service.type === kplus.ServiceType.LOAD_BALANCER,
    rule: 'exposed-service', also: service.type === kplus.ServiceType.NODE_PORT ? ['node-port-service'] : [], on: ApiObject.of(service), prop: `service[${service.name}].type`, given: service.type, allowed: 'ClusterIP, behind exposeViaTlsIngress()',
    because: 'it is open to whatever reaches the nodes, without TLS or an Ingress in front',
  }));
}
