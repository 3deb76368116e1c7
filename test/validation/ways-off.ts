import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Acknowledgements, HardenedDeployment, HardenedDeploymentProps, Image, LeastPrivilegeServiceAccount, NamespaceQuota, PodSecurityLevel } from '../../src';
import { accountWith, errorsOf, grantOf } from '../constructs/rbac/account';
import { REFUSED } from '../constructs/rbac/refused-grants';
import { SIDECAR, chartIn, deployment, secureNamespace } from '../constructs/workload/application';
import { UNSAFE_VALUES } from '../constructs/workload/unsafe-value';

/** A documented way off the safe path, and the application that goes it with a reason. */
export interface WayOff {
  readonly rule: string;
  readonly value: string;
  readonly make: () => Chart;
}

const REASON = { reason: 'SEC-412', expires: '2099-12-31' };

function shop(quota = NamespaceQuota.SMALL): Chart {
  const chart = chartIn('shop');
  secureNamespace(chart, { quota, acknowledgements: quota === NamespaceQuota.SMALL ? [] : [{ rule: 'quota-allows-exposed-services', ...REASON }] });
  return chart;
}

function ofDeployment(rule: string, value: string, props: HardenedDeploymentProps = {}, change: (api: HardenedDeployment) => void = () => {}): WayOff {
  return {
    rule, value,
    make: () => {
      const chart = shop(rule === 'exposed-service' ? NamespaceQuota.of({ nodePorts: 5, loadBalancers: 5 }) : undefined);
      const api = deployment(chart, 'api', props);
      change(api);
      Acknowledgements.of(api).add({ rule, ...REASON });
      return chart;
    },
  };
}

function ofSidecar(rule: string, value: string, props: Partial<kplus.ContainerProps>): WayOff {
  return ofDeployment(rule, value, {}, (api) => { api.addContainer({ ...SIDECAR, ...props }); });
}

function ofNamespace(rule: string, value: string, props: Parameters<typeof secureNamespace>[1]): WayOff {
  return {
    rule, value,
    make: () => {
      const chart = chartIn('shop');
      Acknowledgements.of(secureNamespace(chart, props)).add({ rule, ...REASON });
      return chart;
    },
  };
}

function ofAccount(rule: string, value: string, props: (chart: Chart) => kplus.ServiceAccountProps): WayOff {
  return {
    rule, value,
    make: () => {
      const chart = shop();
      const account = new LeastPrivilegeServiceAccount(chart, 'account', props(chart));
      Acknowledgements.of(account).add({ rule, ...REASON });
      deployment(chart, 'api', { serviceAccount: account });
      return chart;
    },
  };
}

/** What a grant is refused for, accepted on the account or on the grant; its pods carry the token. */
function ofGrant([words, rule, , rest = {}]: (typeof REFUSED)[number], on: 'account' | 'grant'): WayOff {
  const rules = [...new Set(errorsOf(accountWith([grantOf(words, rest)])).map((line) => /rule: '(.*?)'/.exec(line)![1]))];
  const reasons = rules.map((one) => ({ rule: one, ...REASON }));
  return {
    rule,
    value: `${words} ${JSON.stringify(rest)}, accepted on the ${on}`,
    make: () => {
      const chart = shop();
      const account = accountWith([grantOf(words, { ...rest, ...on === 'grant' && { acknowledgements: reasons } })], {}, chart);
      if (on === 'account') { reasons.forEach((one) => Acknowledgements.of(account).add(one)); }
      deployment(chart, 'web', { serviceAccount: account });
      return chart;
    },
  };
}

const hostPath = (path: string, options: kplus.MountOptions = { readOnly: true }) => (api: HardenedDeployment) => {
  api.containers[0].mount('/mnt', kplus.Volume.fromHostPath(api, 'host', 'host', { path }), options);
};
const capability = (name: string) => ofSidecar('added-capability', `the capability ${name}`, { securityContext: { capabilities: { add: [name as kplus.Capability] } } });
const ingress = (api: HardenedDeployment, tls?: kplus.IngressTls[]) => new kplus.Ingress(api, 'ingress', {
  tls, rules: [{ host: 'shop.example.com', backend: kplus.IngressBackend.fromService(api.service!) }],
});
const certificate = (api: HardenedDeployment) => kplus.Secret.fromSecretName(api, 'certificate', 'shop-tls');

export const WAYS_OFF: WayOff[] = [
  ...UNSAFE_VALUES.map(({ rule, value, props, change }) => ofDeployment(rule, value, props?.(undefined), change)),
  ...Object.values(kplus.Capability).map(capability),
  ofDeployment('root-group', 'group 0 of the pod', { securityContext: { group: 0 } }),
  ofDeployment('root-group', 'fsGroup 0', { securityContext: { fsGroup: 0 } }),
  ofSidecar('root-group', 'group 0 of a container', { securityContext: { group: 0 } }),
  ofDeployment('unsafe-sysctl', 'a sysctl', { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } }),
  ofDeployment('volume-type-outside-restricted', 'an NFS volume', {}, (api) => api.addVolume(kplus.Volume.fromNfs(api, 'nfs', 'nfs', { server: 'nfs.example.com', path: '/' }))),
  ...['/var/run/docker.sock', '/etc', '/', '/var/log/../run', '/home/data'].map((path) => ofDeployment('host-path-volume', `the path ${path}`, {}, hostPath(path))),
  ofDeployment('host-path-volume', 'a writable path', {}, hostPath('/home/data', {})),
  ofDeployment('latest-tag', 'the tag latest', { image: Image.ofTag('registry.example.com/api:latest', 'SEC-412') }),
  { ...ofDeployment('image-without-digest', 'Image.ofTag()'), make: () => {
    const chart = shop();
    deployment(chart, 'api', { image: Image.ofTag('registry.example.com/api:1.2', 'SEC-412') });
    return chart;
  } },
  ofDeployment('single-replica', 'one replica', { replicas: 1 }),
  ofSidecar('probe-to-other-host', 'a hook of another host', { lifecycle: { preStop: kplus.Handler.fromTcpSocket({ host: 'metadata.example.com', port: 8080 }) } } as any),
  ...[kplus.ServiceType.NODE_PORT, kplus.ServiceType.LOAD_BALANCER].map((serviceType) => (
    ofDeployment('exposed-service', `a Service of type ${serviceType}`, {}, (api) => api.exposeViaService({ name: 'outside', serviceType })))),
  ofDeployment('ingress-without-tls', 'an Ingress without TLS', {}, (api) => { ingress(api); }),
  ofDeployment('ingress-host-without-tls', 'an Ingress with TLS for another host', {}, (api) => {
    ingress(api, [{ hosts: ['other.example.com'], secret: certificate(api) }]);
  }),
  ofNamespace('pod-security-not-restricted', 'baseline pods', { podSecurity: PodSecurityLevel.BASELINE }),
  ofNamespace('pod-security-not-restricted', 'privileged pods', { podSecurity: PodSecurityLevel.PRIVILEGED }),
  ofNamespace('quota-allows-exposed-services', 'node ports', { quota: NamespaceQuota.of({ nodePorts: 1 }) }),
  ofNamespace('quota-allows-exposed-services', 'load balancers', { quota: NamespaceQuota.of({ loadBalancers: 1 }) }),
  ofAccount('automounting-service-account', 'a token for every pod', () => ({ automountToken: true })),
  ofAccount('service-account-legacy-token-secret', 'a token in a Secret', (chart) => ({ secrets: [kplus.Secret.fromSecretName(chart, 'token', 'token')] })),
  ...REFUSED.flatMap((refused) => [ofGrant(refused, 'account'), ofGrant(refused, 'grant')]),
];
