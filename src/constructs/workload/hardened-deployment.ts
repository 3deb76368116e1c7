import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { renderedResourceChecks } from './container-checks';
import { deploymentChecks, expirationSeconds } from './hardened-deployment-checks';
import { HardenedDeploymentProps } from './hardened-deployment-props';
import { HARDENED_DEPLOYMENT } from './hardened-deployment-shape';
import { keepResources, keptResources } from './kept-resources';
import { defaultService, mainContainer } from './main-container';
import { TAG_RULE, podChecks } from './pod-checks';
import { hardenPodSpec } from './pod-hardening';
import { referenceChecks } from './reference-checks';
import { fromKplus } from './resources';
import { bytesOnDisk, mountWritablePaths } from './writable-path';
import { Acknowledgements } from '../acknowledgement/acknowledgements';
import { joined } from '../acknowledgement/joined-acknowledgement';
import { ClusterDns } from '../network/cluster-dns';
import { HardenedConnections } from '../network/hardened-connections';
import { portsOfPod } from '../network/policy-ports';
import { TlsIngress, TlsIngressOptions, tlsChecks } from '../network/tls-ingress';
import { WorkloadNetworkPolicy } from '../network/workload-network-policy';
import { LeastPrivilegeServiceAccount } from '../rbac/least-privilege-service-account';
import { isPatched } from '../validation/json-patches';
import { PropCheck, checkAtSynth } from '../validation/prop-check';
import { readProps, withoutEchoes } from '../validation/shape';

const INSTANCE_LABEL = 'app.kubernetes.io/instance';
const NON_ROOT_ID = 10001;

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
  private readonly ingresses: kplus.Ingress[] = [];

  /**
   * @param scope the chart, or a construct in it
   * @param id unique in the scope
   * @param given what to run; mistakes in it are reported together at synth
   */
  constructor(scope: Construct, id: string, given: HardenedDeploymentProps) {
    const { props, mistakes } = readProps(given, HARDENED_DEPLOYMENT);
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
      keepResources(main, props.resources ?? {}, 'resources', bytesOnDisk(writablePaths));
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
    if (image?._reasonForTag !== undefined) { accepted._note({ rule: TAG_RULE, reason: image._reasonForTag }); }
    acknowledgements?.forEach((acknowledgement) => accepted.add(acknowledgement));
    checkAtSynth(this, () => {
      this.explainToken();
      return withoutEchoes(mistakes, [
        ...deploymentChecks(this, props, given?.image !== undefined),
        ...connections.checks,
        ...this.ingressChecks(),
        ...this.podChecks(),
      ]);
    }, (found) => accepted._accepts(found));
  }

  /**
   * Adds a container; what its `resources` leave out gets HardenedDeployment's defaults.
   *
   * @param container image by digest, and two probes that differ
   */
  public addContainer(container: kplus.ContainerProps): kplus.Container {
    return super.addContainer({ ...container, resources: container?.resources ?? {} });
  }

  /**
   * Adds a container that exists already; what its `resources` leave out gets HardenedDeployment's defaults.
   *
   * @param container image by digest, and two probes that differ
   */
  public attachContainer(container: kplus.Container): void {
    keepResources(container, fromKplus(container?.resources), `containers[${container?.name}].resources`);
    super.attachContainer(container);
  }

  /**
   * Adds an init container; what its `resources` leave out gets HardenedDeployment's defaults.
   *
   * @param container image by digest
   */
  public addInitContainer(container: kplus.ContainerProps): kplus.Container {
    const added = super.addInitContainer({ ...container, resources: container?.resources ?? {} });
    keepResources(added, fromKplus(container?.resources), `initContainers[${added.name}].resources`);
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
    this.ingresses.push(ingress);
    return ingress;
  }

  /**
   * Exposes the deployment under a host name over HTTPS only, and lets the Ingress controller, and nobody else, in to the port that is served.
   *
   * @param host DNS name, such as `shop.example.com`
   * @param options the certificate, and who the controller is
   * @returns the Ingress
   */
  public exposeViaTlsIngress(host: string, options: TlsIngressOptions): TlsIngress {
    const { node, name, metadata: { namespace } } = this;
    const service = this.exposeViaService();
    const before = node.children.filter((child) => child instanceof TlsIngress).length;
    const suffix = before === 0 ? '' : `-${before + 1}`;
    const ingress = new TlsIngress(this, `TlsIngress${suffix}`, { ...options, host, service, metadata: { name: name + suffix, namespace } });
    const served = service.ports.find(({ port }) => port === (options?.port ?? service.port));
    this.connections.allowFrom(ingress.controller, { ports: [kplus.NetworkPolicyPort.tcp(served?.targetPort ?? served?.port ?? 0)] });
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
        ? { audience: props.tokenAudience, expirationSeconds: expirationSeconds(props.tokenExpiration) }
        : undefined,
      resources: this.containers.map((container) => keptResources(container).lists),
      initResources: this.initContainers.map((container) => keptResources(container).lists),
      health: props.image ? props.health : undefined,
    });
  }

  /** What comes out in the end: a JSON patch goes past the hook that hardens, but not past these checks. */
  private podChecks(): PropCheck[] {
    if (this.containers.length === 0) { return []; }
    const patched: kplus.k8s.PodSpec | undefined = isPatched(this.apiObject) ? this.apiObject.toJson().spec.template.spec : undefined;
    const spec = patched ?? this._toPodSpec();
    const { image } = this.props;
    const acceptedTag = image && Acknowledgements.of(this)._notes(TAG_RULE) ? image.reference : undefined;
    const resources = [...this.initContainers, ...this.containers].flatMap((container) => keptResources(container).checks);
    const rendered = patched?.containers.flatMap((container) => renderedResourceChecks(container, `containers[${container.name}]`)) ?? [];
    return [...resources, ...rendered, ...podChecks(spec, acceptedTag), ...referenceChecks(this, this.metadata.namespace, spec)];
  }

  /** Those made through this deployment, and those made through its Services. */
  private ingressChecks(): PropCheck[] {
    const below = this.node.children
      .flatMap((child) => child instanceof kplus.Service ? child.node.children : [child])
      .filter((child): child is kplus.Ingress => child instanceof kplus.Ingress && !(child instanceof TlsIngress));
    return [...new Set([...this.ingresses, ...below])].flatMap(tlsChecks);
  }

  /** Whoever granted what takes over the cluster said why; the same reason holds for carrying the token. */
  private explainToken(): void {
    const { serviceAccount: account, automountServiceAccountToken } = this;
    const reasons = account instanceof LeastPrivilegeServiceAccount && (this.needsToken() || automountServiceAccountToken) ? account._reasonsForTakeover : [];
    const accepted = Acknowledgements.of(this);
    if (reasons.length > 0 && !accepted.accepts('takeover-grade-token')) { accepted._note(joined('takeover-grade-token', reasons)); }
  }

  private needsToken(): boolean {
    const account = this.serviceAccount;
    return this.props.mountServiceAccountToken ?? (account instanceof LeastPrivilegeServiceAccount && account._hasGrants);
  }
}
