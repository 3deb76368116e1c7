import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { capacityChecks } from './namespace-capacity';
import { LIMITS, LimitRangeItem, NamespaceLimits, limitChecks, limitRangeItems, toLimitRangeSpec } from './namespace-limits';
import { NamespaceQuota } from './namespace-quota';
import { podSecurityChecks, podSecurityLabels } from './pod-security-labels';
import { PodSecurityLevel } from './pod-security-level';
import { Acknowledgement } from '../../findings/acknowledgement';
import { dnsLabelProblem, labelValueProblem } from '../../kubernetes/names';
import { Acknowledgements } from '../acknowledgement/acknowledgements';
import { clusterScoped } from '../cluster-scoped';
import { ClusterDns } from '../network/cluster-dns';
import { ApplicationObjects } from '../validation/application-objects';
import { PropCheck, checkAtSynth } from '../validation/prop-check';
import { Shape, listOf, made, object, readProps, text, withoutEchoes } from '../validation/shape';

const SHAPE: Shape<SecureNamespaceProps> = {
  owner: text,
  quota: made(NamespaceQuota, 'a NamespaceQuota, such as NamespaceQuota.SMALL'),
  limits: LIMITS,
  clusterDns: made(ClusterDns, 'a ClusterDns, such as ClusterDns.KUBE_DNS'),
  acknowledgements: listOf(object, 'a list of acknowledgements'),
};

/**
 * Whose namespace it is, and how much it may take.
 */
export interface SecureNamespaceProps extends kplus.NamespaceProps {
  /**
   * Who answers for the namespace; becomes the label `owner`.
   */
  readonly owner: string;

  /**
   * What all objects of the namespace may take together.
   *
   * @default NamespaceQuota.SMALL
   */
  readonly quota?: NamespaceQuota;

  /**
   * What a single container, pod or claim may take.
   *
   * @default - up to 2 CPU and 4Gi a container, 4 CPU and 8Gi a pod, 50Gi a claim
   */
  readonly limits?: NamespaceLimits;

  /**
   * The Pod Security Standard that pods must meet to be admitted. Pods below `restricted` are still warned of and audited.
   *
   * @default PodSecurityLevel.RESTRICTED - a lower one needs an acknowledgement of `pod-security-not-restricted`
   */
  readonly podSecurity?: PodSecurityLevel;

  /**
   * The Kubernetes version whose definition of the standards applies, so that an upgrade of the cluster does not change what is admitted.
   * A server older than the version uses its own.
   *
   * @default v1.36
   */
  readonly podSecurityVersion?: string;

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

/**
 * A namespace in which nothing runs, talks or grows that was not meant to.
 *
 * It makes the Namespace with Pod Security `restricted`, a ResourceQuota, a LimitRange, a NetworkPolicy
 * `default-deny` for both directions and one that lets DNS out, and turns off the token of the `default`
 * ServiceAccount. Its name is `metadata.name`, or else the namespace of its chart.
 *
 * At synth, what the application's own workloads need in this namespace (replicas, surge, init
 * containers, defaults of the LimitRange) is held against quota and limits; what the cluster would never
 * schedule is an error that names the workload, the resource, the need and the room.
 *
 * @see https://kubernetes.io/docs/concepts/security/security-checklist/
 */
export class SecureNamespace extends kplus.Namespace {
  private readonly props: SecureNamespaceProps;
  private readonly quota: NamespaceQuota;
  private readonly limitItems: LimitRangeItem[];
  private readonly resourceQuota: ApiObject;

  /**
   * @param scope the chart, or a construct in it
   * @param id unique in the scope
   * @param props mistakes in it are reported together at synth
   */
  constructor(scope: Construct, id: string, given: SecureNamespaceProps) {
    const { props, mistakes } = readProps(given, SHAPE);
    const name = props.metadata?.name ?? Chart.of(scope).namespace;
    super(scope, id, {
      metadata: {
        ...props.metadata,
        ...name === undefined ? {} : { name },
        labels: { owner: props.owner, ...podSecurityLabels(props), ...props.metadata?.labels },
      },
    });
    clusterScoped(this.apiObject);
    this.props = props;
    this.quota = props.quota ?? NamespaceQuota.SMALL;
    this.limitItems = limitRangeItems(props.limits);

    this.resourceQuota = this.addGuardRails();
    this.denyTrafficByDefault(props.clusterDns ?? ClusterDns.KUBE_DNS);
    const account = new kplus.ServiceAccount(this, 'DefaultServiceAccount', { metadata: { name: 'default', namespace: this.name }, automountToken: false });
    account.metadata.addAnnotation('kubernetes.io/description', 'Whoever needs an identity gets an account of its own; this one has no token.');

    const accepted = Acknowledgements.of(this);
    props.acknowledgements?.forEach((acknowledgement) => accepted.add(acknowledgement));
    checkAtSynth(this, () => withoutEchoes(mistakes, this.checks()), (found) => accepted._accepts(found));
  }

  /** Returns the ResourceQuota. */
  private addGuardRails(): ApiObject {
    const metadata = (name: string) => ({ name, namespace: this.name });
    const quota = new kplus.k8s.KubeResourceQuota(this, 'ResourceQuota', {
      metadata: metadata('quota'),
      spec: { hard: Object.fromEntries(Object.entries(this.quota._hard).map(([resource, amount]) => [resource, kplus.k8s.Quantity.fromString(amount)])) },
    });
    new kplus.k8s.KubeLimitRange(this, 'LimitRange', { metadata: metadata('limits'), spec: toLimitRangeSpec(this.limitItems) });
    return quota;
  }

  /** `default-deny` is the name by which scanners know that a policy is meant to select every pod. */
  private denyTrafficByDefault(dns: ClusterDns): void {
    new kplus.k8s.KubeNetworkPolicy(this, 'DefaultDeny', {
      metadata: { name: 'default-deny', namespace: this.name },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    new kplus.k8s.KubeNetworkPolicy(this, 'AllowDns', {
      metadata: { name: 'allow-dns', namespace: this.name },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [dns._toEgressRule()] },
    });
  }

  private checks(): PropCheck[] {
    const { props } = this;
    const nameProblem = dnsLabelProblem(this.name);
    const ownerProblem = props.owner ? labelValueProblem(props.owner) : 'the name of a team, as a label value';
    const namesakes = ApplicationObjects.of(this).namedLike(this.apiObject);
    const ownChecks: PropCheck[] = [
      { when: nameProblem !== undefined, prop: 'metadata.name', given: this.name, allowed: nameProblem ?? '' },
      {
        when: props.metadata?.name === undefined && Chart.of(this).namespace === undefined, prop: 'metadata.name', given: undefined,
        allowed: 'a name, or a namespace on the chart', because: 'nothing that the chart makes would be in this namespace',
      },
      { when: namesakes[0] !== this.apiObject, prop: 'metadata.name', given: this.name, allowed: 'a name that no other Namespace of the application has' },
      { when: ownerProblem !== undefined, prop: 'owner', given: props.owner, allowed: ownerProblem ?? '' },
      ...podSecurityChecks(this.metadata),
      ...props.clusterDns?._checks ?? [],
    ];
    const quotaChecks = this.quota._checks.map((check) => ({ ...check, on: this.resourceQuota }));
    const guardRails = [...quotaChecks, ...limitChecks(this.limitItems)];
    // Arithmetic with quantities that are none would only repeat the mistake.
    const sound = guardRails.every((check) => !check.when || check.rule);
    return [...ownChecks, ...guardRails, ...sound ? capacityChecks(this, this.name, this.quota._hard, this.limitItems) : []];
  }
}
