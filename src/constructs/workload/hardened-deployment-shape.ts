import * as kplus from 'cdk8s-plus-27';
import { HardenedDeploymentProps } from './hardened-deployment-props';
import { Health } from './health';
import { Image } from './image';
import { RESOURCES } from './resources';
import { WRITABLE_PATHS } from './writable-path';
import { ClusterDns } from '../network/cluster-dns';
import { Kind, Shape, flag, listOf, made, mapOf, object, text } from '../validation/shape';

const texts = listOf(text, 'a list of texts');
const priorityClass: Kind = {
  accepts: (value: any) => typeof value?.priorityClassName === 'string' && value.priorityClassName !== '',
  allowed: 'a PriorityClass, or PriorityClass.fromPriorityClassName()',
};

/** What the props may be; what else is wrong with them is judged where it is used. */
export const HARDENED_DEPLOYMENT: Shape<HardenedDeploymentProps> = {
  image: made(Image, "an Image, such as Image.of('registry.example.com/shop/api@sha256:…')"),
  containerName: text,
  command: texts,
  args: texts,
  workingDir: text,
  envVariables: mapOf(made(kplus.EnvValue, 'an EnvValue, such as EnvValue.fromValue()'), 'an object of EnvValues'),
  envFrom: listOf(made(kplus.EnvFrom, 'an EnvFrom'), 'a list of EnvFrom'),
  ports: listOf(object, 'a list of ports'),
  health: made(Health, 'a Health, such as Health.http()'),
  resources: RESOURCES,
  writablePaths: WRITABLE_PATHS,
  useImageUser: flag,
  mountServiceAccountToken: flag,
  tokenAudience: text,
  priorityClass,
  clusterDns: made(ClusterDns, 'a ClusterDns, such as ClusterDns.KUBE_DNS'),
  acknowledgements: listOf(object, 'a list of acknowledgements'),
  containers: listOf(object, 'a list of containers'),
  initContainers: listOf(object, 'a list of containers'),
  securityContext: object,
};

/** Props that describe the first container, and mean nothing without its image. */
export const OF_FIRST_CONTAINER: readonly (keyof HardenedDeploymentProps)[] = [
  'containerName', 'command', 'args', 'workingDir', 'envVariables', 'envFrom', 'port', 'ports', 'health', 'resources', 'writablePaths',
];
