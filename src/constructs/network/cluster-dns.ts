import * as kplus from 'cdk8s-plus-27';
import { isPort } from './policy-ports';
import { cidrProblem } from '../../kubernetes/cidr';
import { dnsLabelProblem, labelKeyProblem, labelValueProblem } from '../../kubernetes/names';
import { PropCheck } from '../validation/prop-check';

/**
 * Which pods answer DNS, for `ClusterDns.pods()`.
 */
export interface ClusterDnsPodsOptions {
  /**
   * Namespace of the DNS pods.
   */
  readonly namespaceName: string;

  /**
   * Labels of the DNS pods.
   */
  readonly labels: { [key: string]: string };

  /**
   * The port that the DNS pods listen on; network policies see the pod's port, not the Service's.
   *
   * @default 53
   */
  readonly port?: number;
}

/**
 * Where pods send their DNS queries: the only traffic that leaves a namespace by default.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export class ClusterDns {
  /**
   * The DNS of most clusters: pods labelled `k8s-app: kube-dns` in `kube-system` (CoreDNS carries that label too).
   */
  public static readonly KUBE_DNS = ClusterDns.pods({ namespaceName: 'kube-system', labels: { 'k8s-app': 'kube-dns' } });

  /**
   * DNS served by pods.
   *
   * @param options which pods, and on which port
   */
  public static pods(options: ClusterDnsPodsOptions): ClusterDns {
    const { namespaceName, labels, port }: Partial<ClusterDnsPodsOptions> = options ?? {};
    const pairs = Object.entries(labels ?? {});
    const namespaceProblem = dnsLabelProblem(namespaceName);
    return new ClusterDns({
      namespaceSelector: { matchLabels: { [kplus.Namespace.NAME_LABEL]: `${namespaceName}` } },
      podSelector: { matchLabels: { ...labels } },
    }, port ?? 53, [
      { when: namespaceProblem !== undefined, prop: 'clusterDns.namespaceName', given: namespaceName, allowed: namespaceProblem ?? '' },
      {
        when: pairs.length === 0 || pairs.some(([key, value]) => !value || labelKeyProblem(key) !== undefined || labelValueProblem(value) !== undefined),
        prop: 'clusterDns.labels', given: labels, allowed: 'at least one label, each with a value',
        because: 'without labels every pod of the namespace would count as DNS',
      },
      { when: port !== undefined && !isPort(port), prop: 'clusterDns.port', given: port, allowed: 'a port from 1 to 65535' },
    ]);
  }

  /**
   * DNS served at addresses of the node or outside the cluster, such as NodeLocal DNSCache (`169.254.20.10/32`).
   *
   * @param cidr the addresses, such as `169.254.20.10/32`
   */
  public static addresses(cidr: string): ClusterDns {
    const problem = cidrProblem(cidr);
    return new ClusterDns({ ipBlock: { cidr } }, 53, [
      { when: problem !== undefined, prop: 'clusterDns.addresses', given: cidr, allowed: problem ?? '' },
      {
        when: problem === undefined && cidr.endsWith('/0'), prop: 'clusterDns.addresses', given: cidr, allowed: 'the addresses of the DNS servers',
        because: 'port 53 to everywhere is a tunnel out for whatever an intruder wants to send',
      },
    ]);
  }

  private constructor(
    private readonly peer: kplus.k8s.NetworkPolicyPeer,
    private readonly port: number,
    /** @internal */
    public readonly _checks: PropCheck[],
  ) {}

  /**
   * DNS falls back to TCP for large answers, so both protocols are needed.
   *
   * @internal
   */
  public _toEgressRule(): kplus.k8s.NetworkPolicyEgressRule {
    const port = kplus.k8s.IntOrString.fromNumber(this.port);
    return { to: [this.peer], ports: [{ protocol: 'UDP', port }, { protocol: 'TCP', port }] };
  }
}
