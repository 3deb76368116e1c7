import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { deploymentChecks } from './hardened-deployment-checks';
import { HardenedDeploymentProps } from './hardened-deployment-props';
import { defaultService, mainContainer } from './main-container';
import { podChecks } from './pod-checks';
import { hardenPodSpec } from './pod-hardening';
import { ResourceLists, completeResources, fromKplus, toKplus } from './resources';
import { bytesOnDisk, mountWritablePaths } from './writable-path';
import { Acknowledgements } from '../acknowledgement/acknowledgements';
import { ClusterDns } from '../network/cluster-dns';
import { HardenedConnections } from '../network/hardened-connections';
import { portsOfPod } from '../network/policy-ports';
import { TlsIngress, TlsIngressOptions, tlsChecks } from '../network/tls-ingress';
import { WorkloadNetworkPolicy } from '../network/workload-network-policy';
import { LeastPrivilegeServiceAccount } from '../rbac/least-privilege-service-account';
import { PropCheck, checkAtSynth } from '../validation/prop-check';

const INSTANCE_LABEL = 'app.kubernetes.io/instance';
const NON_ROOT_ID = 10001;

/** Requests and limits of containers, kept beside them: cdk8s-plus cannot express ephemeral storage below 1Gi. */
const resourcesOf = new WeakMap<kplus.Container, ResourceLists>();

/**
 * A Deployment that passes Pod Security `restricted` and the defaults of the common scanners without
 * further configuration, usable wherever a cdk8s-plus Deployment is.
 *
 * It makes a Deployment, its own ServiceAccount (without permissions and without a token), a
 * PodDisruptionBudget that lets nodes drain, a NetworkPolicy that denies everything but DNS and the
 * connections that are allowed, and, when it has ports, a Service.
 *
 * Containers that are added later are hardened too. Every unsafe value is refused when the
 * application is synthesized, unless it is acknowledged with a reason.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export class HardenedDeployment extends kplus.Deployment {
  /**
   * Allowed connections. None, in either direction, but DNS: `web.connections.allowTo(api)` opens the
   * ports of `api`, with their protocols, in the policies of both.
   */
  public readonly connections: kplus.PodConnections;

  /**
   * The Service in front of the pods; none when no container had a port on construction.
   */
  public readonly service?: kplus.Service;

  private readonly props: HardenedDeploymentProps;
  private readonly tlsChecks: (() => PropCheck[])[] = [];

  /**
   * @param scope the chart, or a construct in it
   * @param id unique in the scope
   * @param props what to run; mistakes in it are reported together at synth
   */
  constructor(scope: Construct, id: string, props: HardenedDeploymentProps) {
    const { image, acknowledgements, ...inherited } = props;
    super(scope, id, {
      ...inherited,
      containers: [...mainContainer(props), ...props.containers ?? []],
      securityContext: {
        fsGroupChangePolicy: kplus.FsGroupChangePolicy.ON_ROOT_MISMATCH,
        ...props.useImageUser ? {} : { user: NON_ROOT_ID, group: NON_ROOT_ID, fsGroup: NON_ROOT_ID },
        ...props.securityContext,
      },
      select: false,
      // Ours, which cannot block scheduling, stand in for cdk8s-plus' own.
      spread: false,
      isolate: false,
    });
    this.props = props;
    const { name } = this;
    const { namespace } = this.metadata;

    const matchLabels = { [INSTANCE_LABEL]: name };
    this.select(kplus.LabelSelector.of({ labels: matchLabels }));
    for (const metadata of [this.metadata, this.podMetadata]) {
      const labels: Record<string, string> = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'cdk8s' };
      Object.keys(labels).filter((key) => !metadata.getLabel(key)).forEach((key) => metadata.addLabel(key, labels[key]));
      metadata.addLabel(INSTANCE_LABEL, name);
    }

    if (image) {
      const [main] = this.containers;
      const writablePaths = props.writablePaths ?? [];
      resourcesOf.set(main, completeResources(props.resources, bytesOnDisk(writablePaths)));
      mountWritablePaths(this, main, writablePaths);
    }
    if (!this.serviceAccount) {
      // cdk8s-plus takes the account only as a prop, before there is a scope to create it in.
      (this as { serviceAccount?: kplus.IServiceAccount }).serviceAccount =
        new LeastPrivilegeServiceAccount(this, 'ServiceAccount', { metadata: { name, namespace } });
    }
    new kplus.k8s.KubePodDisruptionBudget(this, 'PodDisruptionBudget', {
      metadata: { name, namespace },
      spec: {
        maxUnavailable: kplus.k8s.IntOrString.fromNumber(1),
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchLabels },
      },
    });
    this.service = defaultService(this, props);

    const policy = new WorkloadNetworkPolicy(this, {
      name, namespace, matchLabels, dns: props.clusterDns ?? ClusterDns.KUBE_DNS, ownPorts: () => portsOfPod(this),
    });
    const connections = new HardenedConnections(this, policy);
    this.connections = connections;

    const accepted = Acknowledgements.of(this);
    if (image?._reasonForTag !== undefined) { accepted.add({ rule: 'image-without-digest', reason: image._reasonForTag }); }
    acknowledgements?.forEach((acknowledgement) => accepted.add(acknowledgement));
    checkAtSynth(this, () => [
      ...deploymentChecks(this, props),
      ...connections.checks,
      ...this.tlsChecks.flatMap((check) => check()),
      ...this.containers.length > 0 ? podChecks(this._toPodSpec()) : [],
    ], (rule) => accepted.accepts(rule));
  }

  /**
   * Adds a container; what its `resources` leave out gets HardenedDeployment's defaults.
   *
   * @param container image by digest, and two probes that differ
   */
  public addContainer(container: kplus.ContainerProps): kplus.Container {
    const resources = completeResources(fromKplus(container.resources));
    const added = super.addContainer({ ...container, resources: toKplus(resources) });
    resourcesOf.set(added, resources);
    return added;
  }

  /**
   * Adds an init container; what its `resources` leave out gets HardenedDeployment's defaults.
   *
   * @param container image by digest
   */
  public addInitContainer(container: kplus.ContainerProps): kplus.Container {
    const resources = completeResources(fromKplus(container.resources));
    const added = super.addInitContainer({ ...container, resources: toKplus(resources) });
    resourcesOf.set(added, resources);
    return added;
  }

  /**
   * The Service of this deployment; with options, another one beside it.
   *
   * A NodePort or LoadBalancer Service is open to whatever reaches the nodes, and needs an acknowledgement of `exposed-service`.
   *
   * @param options name, ports and type of another Service
   */
  public exposeViaService(options: kplus.DeploymentExposeViaServiceOptions = {}): kplus.Service {
    const another = options.name !== undefined || options.ports !== undefined || options.serviceType !== undefined;
    return !another && this.service ? this.service : super.exposeViaService(options);
  }

  /**
   * Exposes the deployment through an Ingress, which must end TLS: one without is a mistake at synth
   * unless `ingress-without-tls` is acknowledged. `exposeViaTlsIngress()` does all of it.
   *
   * The controller's pods must be allowed in: `connections.allowFrom()`.
   *
   * @param path the path to serve
   * @param options the Ingress, and how the path matches
   */
  public exposeViaIngress(path: string, options: kplus.ExposeDeploymentViaIngressOptions = {}): kplus.Ingress {
    const ingress = super.exposeViaIngress(path, options);
    this.tlsChecks.push(() => tlsChecks(ingress));
    return ingress;
  }

  /**
   * Exposes the deployment under a host name over HTTPS only, and lets the Ingress controller, and nobody else, in.
   *
   * @param host DNS name, such as `shop.example.com`
   * @param options the certificate, and who the controller is
   * @returns the Ingress
   */
  public exposeViaTlsIngress(host: string, options: TlsIngressOptions): TlsIngress {
    const ingress = new TlsIngress(this, 'TlsIngress', {
      ...options, host, service: this.exposeViaService(), metadata: { name: this.name, namespace: this.metadata.namespace },
    });
    this.connections.allowFrom(ingress.controller);
    return ingress;
  }

  /**
   * The pods of this deployment, by the one label that its Service, its policy and its budget select.
   */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    const { namespace } = this.metadata;
    return {
      labelSelector: kplus.LabelSelector.of({ labels: this.matchLabels }),
      namespaces: namespace ? { names: [namespace] } : undefined,
    };
  }

  /**
   * The account of the pods as the subject of a role binding, with its namespace.
   */
  public toSubjectConfiguration(): kplus.SubjectConfiguration {
    return { namespace: this.metadata.namespace, ...super.toSubjectConfiguration() };
  }

  /**
   * @internal
   */
  public _toPodSpec(): kplus.k8s.PodSpec {
    const { props } = this;
    return hardenPodSpec(super._toPodSpec(), {
      matchLabels: this.matchLabels,
      priorityClassName: props.priorityClass?.priorityClassName,
      token: this.needsToken()
        ? { audience: props.tokenAudience, expirationSeconds: props.tokenExpiration?.toSeconds() ?? 3600 }
        : undefined,
      resources: this.containers.map((container) => resourcesOf.get(container)),
      initResources: this.initContainers.map((container) => resourcesOf.get(container)),
      health: props.image ? props.health : undefined,
    });
  }

  private needsToken(): boolean {
    const account = this.serviceAccount;
    return this.props.mountServiceAccountToken ?? (account instanceof LeastPrivilegeServiceAccount && account._hasGrants);
  }
}
