import * as kplus from 'cdk8s-plus-27';
import { chartIn, deployment, mistakesIn, objectOf, objectsOf } from './application';
import { Acknowledgements } from '../../../src';

test('exposeViaService gives the service that is there already', () => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  expect(api.exposeViaService()).toBe(api.service);
});

test('exposeViaService with options makes another one beside it', () => {
  const chart = chartIn('shop');
  deployment(chart).exposeViaService({ name: 'api-admin', ports: [{ port: 81, targetPort: 8080 }] });
  expect(objectOf(chart, 'Service', 'api-admin').spec).toMatchObject({ type: 'ClusterIP', selector: { 'app.kubernetes.io/instance': 'api' }, ports: [{ port: 81 }] });
});

test.each([kplus.ServiceType.NODE_PORT, kplus.ServiceType.LOAD_BALANCER])('a %s service is refused, and accepted with a reason', (serviceType) => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  api.exposeViaService({ name: 'outside', serviceType });
  expect(mistakesIn(chart)).toEqual([expect.stringContaining(`service[outside].type is "${serviceType}"`)]);
  Acknowledgements.of(api).add({ rule: 'exposed-service', reason: 'SEC-7' });
  expect(objectOf(chart, 'Service', 'outside').spec.type).toBe(serviceType);
});

describe.each<[string, (api: ReturnType<typeof deployment>) => kplus.Ingress]>([
  ['exposeViaIngress', (api) => api.exposeViaIngress('/')],
  ['exposeViaService().exposeViaIngress, as cdk8s-plus users write it', (api) => api.exposeViaService().exposeViaIngress('/')],
  ['service.exposeViaIngress', (api) => api.service!.exposeViaIngress('/')],
])('an Ingress by %s', (_, expose) => {
  test('is refused without TLS', () => {
    const chart = chartIn('shop');
    expose(deployment(chart));
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('ingress-without-tls')]);
  });

  test('is accepted once it has TLS', () => {
    const chart = chartIn('shop');
    expose(deployment(chart)).addTls([{ hosts: ['shop.example.com'], secret: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls') }]);
    expect(mistakesIn(chart)).toEqual([]);
  });

  test('is accepted without TLS with a reason', () => {
    const chart = chartIn('shop');
    const api = deployment(chart);
    expose(api);
    Acknowledgements.of(api).add({ rule: 'ingress-without-tls', reason: 'the mesh encrypts' });
    expect(objectOf(chart, 'Ingress').spec.tls).toBeUndefined();
  });

  test('with an empty TLS entry has none', () => {
    const chart = chartIn('shop');
    expose(deployment(chart)).addTls([{}]);
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('ingress-without-tls')]);
  });
});

test('exposeViaTlsIngress serves HTTPS and lets the controller in, and nobody else', () => {
  const chart = chartIn('shop');
  deployment(chart).exposeViaTlsIngress('shop.example.com', { certificate: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls'), className: 'nginx' });
  const { metadata, spec } = objectOf(chart, 'Ingress');
  expect(metadata.annotations).toEqual({ 'kubernetes.io/ingress.allow-http': 'false', 'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true' });
  expect(spec).toEqual({
    ingressClassName: 'nginx',
    tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
    rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'api', port: { number: 8080 } } } }] } }],
  });
  expect(objectOf(chart, 'NetworkPolicy').spec.ingress).toEqual([{
    from: [{
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    }],
    ports: [{ port: 8080, protocol: 'TCP' }],
  }]);
});

test('another controller is let in instead', () => {
  const chart = chartIn('shop');
  const controller = kplus.Pods.select(chart, 'controller', { labels: { app: 'traefik' }, namespaces: kplus.Namespaces.select(chart, 'edge', { names: ['edge'] }) });
  deployment(chart).exposeViaTlsIngress('shop.example.com', { certificate: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls'), controller });
  expect(objectOf(chart, 'NetworkPolicy').spec.ingress.map(({ from }: any) => from)).toEqual([[{
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } }, podSelector: { matchLabels: { app: 'traefik' } },
  }]]);
});

test('one deployment is served under two hosts', () => {
  const chart = chartIn('shop');
  const certificate = kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls');
  const api = deployment(chart);
  api.exposeViaTlsIngress('shop.example.com', { certificate });
  api.exposeViaTlsIngress('shop.example.org', { certificate });
  expect(objectsOf(chart).filter(({ kind }) => kind === 'Ingress').flatMap(({ spec }) => spec.tls[0].hosts)).toEqual(['shop.example.com', 'shop.example.org']);
});

test('a deployment with a second port for other things can be served over TLS', () => {
  const chart = chartIn('shop');
  const api = deployment(chart, 'api', { port: undefined, ports: [{ number: 8080, name: 'http' }, { number: 9090, name: 'metrics' }] });
  expect(() => api.exposeViaTlsIngress('shop.example.com', { certificate: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls') })).not.toThrow();
});
