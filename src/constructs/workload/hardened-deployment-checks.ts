import * as kplus from 'cdk8s-plus-27';
import { HardenedDeploymentProps } from './hardened-deployment-props';
import { resourceChecks } from './resources';
import { writablePathChecks } from './writable-path';
import { dns1035LabelProblem } from '../../kubernetes/names';
import { PropCheck } from '../validation/prop-check';

/** What is wrong with, or unsafe in, a deployment beyond its pod spec. */
export function deploymentChecks(deployment: kplus.Deployment, props: HardenedDeploymentProps): PropCheck[] {
  const nameProblem = dns1035LabelProblem(deployment.name);
  const expiration = props.tokenExpiration?.toSeconds() ?? 3600;
  return [
    { when: nameProblem !== undefined, prop: 'metadata.name', given: deployment.name, allowed: nameProblem ?? '' },
    {
      when: props.replicas !== undefined && !(Number.isInteger(props.replicas) && props.replicas >= 0),
      prop: 'replicas', given: props.replicas, allowed: 'an integer of at least 0',
    },
    {
      when: props.replicas === 1, rule: 'single-replica', prop: 'replicas', given: 1, allowed: 'at least 2',
      because: 'every node that is drained, and every crash, is an outage',
    },
    { when: deployment.containers.length === 0, prop: 'image', given: props.image, allowed: 'an Image, or containers' },
    { when: expiration < 600 || expiration > 86400, prop: 'tokenExpiration', given: expiration, allowed: 'from 600 seconds to a day' },
    ...props.clusterDns?._checks ?? [],
    ...props.image ? mainContainerChecks(props) : [],
    ...accountChecks(deployment),
    ...serviceChecks(deployment),
  ];
}

function mainContainerChecks(props: HardenedDeploymentProps): PropCheck[] {
  return [
    { when: props.port !== undefined && props.ports !== undefined, prop: 'port', given: props.port, allowed: 'either port or ports' },
    ...resourceChecks(props.resources, 'resources'),
    ...writablePathChecks(props.writablePaths ?? []),
    ...props.health?._checks ?? [],
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
    rule: 'exposed-service', prop: `service[${service.name}].type`, given: service.type, allowed: 'ClusterIP, behind exposeViaTlsIngress()',
    because: 'it is open to whatever reaches the nodes, without TLS or an Ingress in front',
  }));
}
