import * as kplus from 'cdk8s-plus-27';
import { TlsIngress, TlsIngressProps } from '../../../src';
import { chartBeside, chartIn, deployment, mistakesIn, objectOf } from '../workload/application';

function ingress(props: (chart: ReturnType<typeof chartIn>) => Partial<TlsIngressProps> = () => ({})) {
  const chart = chartIn('shop');
  new TlsIngress(chart, 'ingress', {
    host: 'shop.example.com', service: deployment(chart).service!, certificate: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls'), ...props(chart),
  });
  return chart;
}

test.each(['shop.example.com', '*.example.com', 'xn--e1afmkfd.example'])('%s is a host', (host) => {
  const chart = ingress(() => ({ host }));
  expect(mistakesIn(chart)).toEqual([]);
  expect(objectOf(chart, 'Ingress').spec.rules[0].host).toBe(host);
});

test.each(['', undefined, 'Shop.example.com', 'shop.example.com/', 'https://shop.example.com', '*', 'a.*.com', '10.0.0.1', 42])('%p is no host', (host) => {
  expect(mistakesIn(ingress(() => ({ host: host as string })))).toEqual([expect.stringContaining('host')]);
});

test('a missing certificate is a mistake: the controller would serve its self-signed one', () => {
  expect(mistakesIn(ingress(() => ({ certificate: undefined })))).toEqual([expect.stringContaining('certificate')]);
});

test('a certificate in another namespace, where the Ingress cannot read it, is a mistake', () => {
  const chart = ingress((shop) => ({ certificate: new kplus.Secret(chartBeside(shop, 'other', 'other'), 'tls', { metadata: { name: 'shop-tls' } }) }));
  expect(mistakesIn(chart)).toEqual([expect.stringContaining('certificate')]);
});

test.each([
  ['kubernetes.io/ingress.allow-http', 'true'], ['nginx.ingress.kubernetes.io/force-ssl-redirect', 'false'],
])('%s: %s brings plain HTTP back, and is refused', (annotation, value) => {
  expect(mistakesIn(ingress(() => ({ metadata: { annotations: { [annotation]: value } } })))).toHaveLength(1);
});

test('other annotations are kept', () => {
  const chart = ingress(() => ({ metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } } }));
  expect(objectOf(chart, 'Ingress').metadata.annotations).toMatchObject({ 'cert-manager.io/cluster-issuer': 'letsencrypt', 'kubernetes.io/ingress.allow-http': 'false' });
});
