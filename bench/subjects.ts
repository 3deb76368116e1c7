import { Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HardenedDeployment, Health, Image } from '../src';

const IMAGE = `registry.example.com/service@sha256:${'0123456789abcdef'.repeat(4)}`;

/** Adds one service to the chart: Deployment, ServiceAccount, Service, PodDisruptionBudget and NetworkPolicy. */
export type Subject = (chart: Chart, name: string) => void;

/** What cdk8s-plus makes of the same intent when nobody thinks of security. */
function bare(chart: Chart, name: string): void {
  const deployment = new kplus.Deployment(chart, name, {
    metadata: { name },
    serviceAccount: new kplus.ServiceAccount(chart, `${name}-account`, { metadata: { name } }),
    containers: [{
      image: IMAGE,
      portNumber: 8080,
      liveness: kplus.Probe.fromHttpGet('/livez'),
      readiness: kplus.Probe.fromHttpGet('/readyz'),
    }],
  });
  deployment.exposeViaService({ name });
  new kplus.NetworkPolicy(chart, `${name}-policy`, {
    metadata: { name },
    selector: deployment,
    ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
    egress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
  });
  new kplus.k8s.KubePodDisruptionBudget(chart, `${name}-budget`, {
    metadata: { name },
    spec: { maxUnavailable: kplus.k8s.IntOrString.fromNumber(1), selector: { matchLabels: { 'cdk8s.io/metadata.addr': name } } },
  });
}

/** The manifests of a HardenedDeployment by hand, as far as cdk8s-plus can express them. */
function plain(chart: Chart, name: string): void {
  const instance = { 'app.kubernetes.io/instance': name };
  const labels = { ...instance, 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'cdk8s' };
  const every = (seconds: number) => ({ port: 8080, periodSeconds: Duration.seconds(seconds), timeoutSeconds: Duration.seconds(5) });
  const deployment = new kplus.Deployment(chart, name, {
    metadata: { name, labels },
    podMetadata: { labels },
    select: false,
    serviceAccount: new kplus.ServiceAccount(chart, `${name}-account`, { metadata: { name } }),
    securityContext: { user: 10001, group: 10001, fsGroup: 10001, fsGroupChangePolicy: kplus.FsGroupChangePolicy.ON_ROOT_MISMATCH },
    containers: [{
      image: IMAGE,
      ports: [{ number: 8080, name: 'http' }],
      liveness: kplus.Probe.fromHttpGet('/livez', every(20)),
      readiness: kplus.Probe.fromHttpGet('/readyz', every(10)),
      resources: {
        cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.millis(500) },
        memory: { request: Size.mebibytes(128), limit: Size.mebibytes(256) },
        ephemeralStorage: { request: Size.gibibytes(1), limit: Size.gibibytes(1) },
      },
    }],
  });
  deployment.select(kplus.LabelSelector.of({ labels: instance }));
  deployment.scheduling.separate(kplus.Pods.select(deployment, 'replicas', { labels: instance }), { weight: 100, topology: kplus.Topology.HOSTNAME });
  deployment.exposeViaService({ name, ports: [{ name: 'http', port: 8080, targetPort: 8080 }] });
  const dns = kplus.Pods.select(deployment, 'dns', {
    labels: { 'k8s-app': 'kube-dns' },
    namespaces: kplus.Namespaces.select(deployment, 'dns-namespace', { labels: { 'kubernetes.io/metadata.name': 'kube-system' } }),
  });
  const dnsPorts = [kplus.NetworkPolicyPort.of({ port: 53, protocol: kplus.NetworkProtocol.UDP }), kplus.NetworkPolicyPort.tcp(53)];
  new kplus.NetworkPolicy(chart, `${name}-policy`, {
    metadata: { name },
    selector: deployment,
    ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY, rules: [{ peer: deployment, ports: [kplus.NetworkPolicyPort.tcp(8080)] }] },
    egress: { default: kplus.NetworkPolicyTrafficDefault.DENY, rules: [{ peer: dns, ports: dnsPorts }] },
  });
  new kplus.k8s.KubePodDisruptionBudget(chart, `${name}-budget`, {
    metadata: { name },
    spec: { maxUnavailable: kplus.k8s.IntOrString.fromNumber(1), unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: instance } },
  });
}

function hardened(chart: Chart, name: string): void {
  new HardenedDeployment(chart, name, {
    metadata: { name },
    image: Image.of(IMAGE),
    port: 8080,
    health: Health.http({ live: '/livez', ready: '/readyz' }),
  });
}

export const subjects = { bare, plain, hardened };
export type SubjectName = keyof typeof subjects;
