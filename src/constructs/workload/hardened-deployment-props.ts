import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Health } from './health';
import { Image } from './image';
import { IPriorityClass } from './priority-class';
import { ContainerResourceRequirements } from './resources';
import { WritablePath } from './writable-path';
import { Acknowledgement } from '../../findings/acknowledgement';
import { ClusterDns } from '../network/cluster-dns';

/**
 * A port that a container listens on.
 */
export interface WorkloadPort {
  /**
   * From 1024 to 65535: a lower one takes a capability or root to listen on.
   */
  readonly number: number;

  /**
   * At most 15 lower-case letters, digits and hyphens.
   *
   * @default - protocol and number, such as `tcp-8080`
   */
  readonly name?: string;

  /**
   * @default Protocol.TCP
   */
  readonly protocol?: kplus.Protocol;

  /**
   * The port that the Service offers for it.
   *
   * @default - the same number
   */
  readonly servicePort?: number;
}

/**
 * What a HardenedDeployment runs.
 *
 * The first container is described by `image` and the props that belong to it (`port`, `health`, …);
 * everything that a cdk8s-plus Deployment takes is taken too, and further `containers` are hardened the same way.
 */
export interface HardenedDeploymentProps extends kplus.DeploymentProps {
  /**
   * Image of the first container.
   *
   * @default - there is no first container of its own; the pod consists of `containers`
   */
  readonly image?: Image;

  /**
   * Name of the first container.
   *
   * @default main
   */
  readonly containerName?: string;

  /**
   * Replaces the entrypoint of the image.
   *
   * @default - the image's entrypoint runs
   */
  readonly command?: string[];

  /**
   * Arguments of the entrypoint.
   *
   * @default - the image's own arguments
   */
  readonly args?: string[];

  /**
   * Working directory.
   *
   * @default - the image's own
   */
  readonly workingDir?: string;

  /**
   * Environment of the first container. Secrets are safer in files: an environment is inherited by every child process and ends up in crash reports.
   *
   * @default - none; Service addresses are not injected either
   */
  readonly envVariables?: { [name: string]: kplus.EnvValue };

  /**
   * Sources of environment variables of the first container.
   *
   * @default - none
   */
  readonly envFrom?: kplus.EnvFrom[];

  /**
   * The only port, TCP and named `http`. For several ports, or another name or protocol, use `ports`.
   *
   * @default - the container listens on nothing and gets no Service
   */
  readonly port?: number;

  /**
   * The ports of the first container.
   *
   * @default - what `port` says
   */
  readonly ports?: WorkloadPort[];

  /**
   * How the kubelet learns whether the first container is alive and may have traffic.
   *
   * @default - none, which is refused unless `missing-liveness-probe` and `missing-readiness-probe` are acknowledged
   */
  readonly health?: Health;

  /**
   * Requests and limits of the first container, merged field by field with the defaults.
   *
   * @default - CPU 100m to 500m, memory 128Mi to 256Mi, ephemeral storage 64Mi to 128Mi plus the writable paths on disk
   */
  readonly resources?: ContainerResourceRequirements;

  /**
   * Where the first container may write; everything else is read-only.
   *
   * @default - nowhere
   */
  readonly writablePaths?: WritablePath[];

  /**
   * Run as the user that the image names, for images whose files only that user can read. Root is still refused by the kubelet;
   * an image with a *named* user does not start, since the kubelet cannot tell that it is not root.
   *
   * @default false - processes run as user and group 10001, which no file of the node belongs to
   */
  readonly useImageUser?: boolean;

  /**
   * Mount a token of `serviceAccount`, for an account whose grants are made elsewhere. The token is bound to the pod and expires.
   *
   * @default - only if `serviceAccount` is a LeastPrivilegeServiceAccount with grants
   */
  readonly mountServiceAccountToken?: boolean;

  /**
   * Who accepts the token.
   *
   * @default - the API server
   */
  readonly tokenAudience?: string;

  /**
   * How long a stolen token is of use; the kubelet renews it in time. From 10 minutes to a day.
   *
   * @default Duration.hours(1)
   */
  readonly tokenExpiration?: Duration;

  /**
   * Which pods are scheduled first when room is short.
   *
   * @default - the cluster's default priority
   */
  readonly priorityClass?: IPriorityClass;

  /**
   * Where DNS queries may go.
   *
   * @default ClusterDns.KUBE_DNS
   */
  readonly clusterDns?: ClusterDns;

  /**
   * Accepted risks: each lets one unsafe value through, and leaves its reason in the manifest.
   *
   * @default - none
   */
  readonly acknowledgements?: Acknowledgement[];
}
