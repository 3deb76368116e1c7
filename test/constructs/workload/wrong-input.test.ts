import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HEALTH, IMAGE, chartIn, deployment, mistakesIn } from './application';
import { crashesIn } from './wrong-input';
import { ClusterDns, HardenedDeployment, Health, HealthCheck, Image, NamespaceQuota, PriorityClass, SecureNamespace } from '../../../src';

const OF_DEPLOYMENT = [
  'image', 'containerName', 'command', 'args', 'workingDir', 'envVariables', 'envFrom', 'port', 'ports', 'health', 'resources', 'writablePaths', 'useImageUser',
  'mountServiceAccountToken', 'tokenAudience', 'tokenExpiration', 'priorityClass', 'clusterDns', 'acknowledgements', 'metadata', 'podMetadata', 'replicas', 'strategy',
  'serviceAccount', 'securityContext', 'containers', 'initContainers', 'volumes', 'hostNetwork',
];
const OF_NAMESPACE = ['owner', 'quota', 'limits', 'podSecurity', 'podSecurityVersion', 'clusterDns', 'acknowledgements', 'metadata'];
const OF_PRIORITY_CLASS = ['priorityClassName', 'value', 'preempts', 'description'];

test.each(OF_DEPLOYMENT)('HardenedDeployment: a wrong %s is a line, or an error of cdk8s-plus, never a crash of ours', (prop) => {
  expect(crashesIn((chart, value) => deployment(chart, 'api', { [prop]: value }))).toEqual([]);
});

test.each(OF_NAMESPACE)('SecureNamespace: a wrong %s is a line, or an error of cdk8s-plus, never a crash of ours', (prop) => {
  expect(crashesIn((chart, value) => new SecureNamespace(chart, 'it', { owner: 'team', [prop]: value }))).toEqual([]);
});

test.each(OF_PRIORITY_CLASS)('PriorityClass: a wrong %s is a line, or an error of cdk8s-plus, never a crash of ours', (prop) => {
  expect(crashesIn((chart, value) => new PriorityClass(chart, 'it', { value: 1, priorityClassName: 'it', [prop]: value }))).toEqual([]);
});

test.each<[string, (chart: Chart, value: any) => unknown]>([
  ['the ports of a connection', (chart, ports) => deployment(chart).connections.allowTo(deployment(chart, 'web'), { ports })],
  ['the peer of a connection', (chart, peer) => deployment(chart).connections.allowFrom(peer)],
  ['the paths of Health.http', (chart, options) => deployment(chart, 'api', { health: Health.http(options) })],
  ['the checks of Health.of', (chart, options) => deployment(chart, 'api', { health: Health.of(options) })],
  ['the command of HealthCheck.exec', (chart, command) => deployment(chart, 'api', { health: Health.of({ live: HealthCheck.exec(command), ready: HealthCheck.tcp() }) })],
  ['the reference of Image.of', (chart, reference) => deployment(chart, 'api', { image: Image.of(reference) })],
  ['the reason of Image.ofTag', (chart, reason) => deployment(chart, 'api', { image: Image.ofTag('registry.example.com/a:1', reason) })],
  ['the options of ClusterDns.pods', (chart, options) => deployment(chart, 'api', { clusterDns: ClusterDns.pods(options) })],
  ['the address of ClusterDns.addresses', (chart, cidr) => deployment(chart, 'api', { clusterDns: ClusterDns.addresses(cidr) })],
  ['the numbers of NamespaceQuota.of', (chart, options) => new SecureNamespace(chart, 'it', { owner: 'team', quota: NamespaceQuota.of(options) })],
  ['a number of NamespaceQuota.of', (chart, pods) => new SecureNamespace(chart, 'it', { owner: 'team', quota: NamespaceQuota.of({ pods }) })],
  ['a bound of the limits', (chart, cpu) => new SecureNamespace(chart, 'it', { owner: 'team', limits: { containerMax: { cpu } } })],
  ['a size of a writable path', (chart, sizeLimit) => deployment(chart, 'api', { writablePaths: [{ path: '/tmp', sizeLimit }] })],
  ['a writable path', (chart, path) => deployment(chart, 'api', { writablePaths: [path] })],
  ['a limit', (chart, limit) => deployment(chart, 'api', { resources: { memory: { limit } } })],
  ['the resources of an added container', (chart, resources) => deployment(chart).addContainer({ name: 'b', image: IMAGE.reference, resources })],
  ['an added container', (chart, container) => deployment(chart).addContainer(container)],
  ['the capabilities of an added container', (chart, add) => deployment(chart).addContainer({ name: 'b', image: IMAGE.reference, securityContext: { capabilities: { add } } })],
  ['the host of exposeViaTlsIngress', (chart, host) => deployment(chart).exposeViaTlsIngress(host, { certificate: kplus.Secret.fromSecretName(chart, 's', 's') })],
  ['the options of exposeViaTlsIngress', (chart, options) => deployment(chart).exposeViaTlsIngress('shop.example.com', options)],
  ['all props of a HardenedDeployment', (chart, props) => new HardenedDeployment(chart, 'it', props)],
  ['all props of a SecureNamespace', (chart, props) => new SecureNamespace(chart, 'it', props)],
  ['all props of a PriorityClass', (chart, props) => new PriorityClass(chart, 'it', props)],
])('%s, when wrong, is a line, or an error of cdk8s-plus, never a crash of ours', (_, make) => {
  expect(crashesIn(make)).toEqual([]);
});

test('without any props there are lines too', () => {
  const chart = chartIn('shop');
  new (HardenedDeployment as any)(chart, 'api');
  new (SecureNamespace as any)(chart, 'namespace');
  expect(mistakesIn(chart)).toEqual(expect.arrayContaining([expect.stringContaining('[shop/api] image'), expect.stringContaining('[shop/namespace] owner')]));
});

test('a value that pollutes prototypes makes nothing privileged', () => {
  const chart = chartIn('shop');
  const polluting = JSON.parse('{"__proto__":{"privileged":true,"hostNetwork":true},"image":null}');
  deployment(chart, 'api', { ...polluting, image: IMAGE, health: HEALTH, securityContext: polluting });
  expect(mistakesIn(chart)).toEqual([]);
  expect(({} as any).privileged).toBeUndefined();
});

test('one id for two constructs is an error that names it', () => {
  const chart = chartIn('shop');
  deployment(chart);
  expect(() => deployment(chart)).toThrow(/already a Construct with name 'api'/);
});
