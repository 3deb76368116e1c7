import * as kplus from 'cdk8s-plus-27';
import { HardenedDeploymentProps } from './hardened-deployment-props';

/** The container that `image` and the props beside it describe. */
export function mainContainer(props: HardenedDeploymentProps): kplus.ContainerProps[] {
  if (!props.image) { return []; }
  const ports = props.ports ?? (props.port === undefined ? [] : [{ number: props.port, name: 'http' }]);
  return [{
    name: props.containerName,
    image: props.image.reference,
    command: props.command,
    args: props.args,
    workingDir: props.workingDir,
    envVariables: props.envVariables,
    envFrom: props.envFrom,
    // What is no number is refused as NaN is; cdk8s-plus would take anything.
    ports: ports.map(({ number, name, protocol }) => ({ number: typeof number === 'number' ? number : NaN, name, protocol })),
  }];
}

/** A Service for every port that the containers have so far, under the name of the deployment. */
export function defaultService(deployment: kplus.Deployment, props: HardenedDeploymentProps): kplus.Service | undefined {
  const given = props.image ? props.ports ?? [] : [];
  const ports = deployment.containers.flatMap((container) => container.ports).map(({ number, name, protocol }) => ({
    name: name ?? portName(number, protocol),
    port: given.find((port) => port.number === number && port.protocol === protocol)?.servicePort ?? number,
    targetPort: number,
    protocol,
  }));
  if (ports.length === 0) { return undefined; }
  return new kplus.Service(deployment, 'DefaultService', {
    metadata: { name: deployment.name, namespace: deployment.metadata.namespace }, selector: deployment, ports,
  });
}

/** The name of a port that was given none: named ports keep Services and policies readable. */
export function portName(number: number, protocol?: string): string {
  return `${protocol ?? 'TCP'}-${number}`.toLowerCase();
}
