import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { SIDECAR, chartBeside, chartIn, deployment, mistakesIn, objectOf, podSpecOf } from './application';
import { HardenedDeploymentProps, LeastPrivilegeServiceAccount, Verb } from '../../../src';

const GRANT = { resource: kplus.ApiResource.CONFIG_MAPS, verbs: [Verb.GET] };
const MOUNT = { name: 'service-account-token', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true };

function granted(props: HardenedDeploymentProps = {}) {
  const chart = chartIn('shop');
  const serviceAccount = new LeastPrivilegeServiceAccount(chart, 'reader', { metadata: { name: 'reader' }, grants: [GRANT] });
  return { chart, serviceAccount, api: deployment(chart, 'api', { serviceAccount, ...props }) };
}

test('pods of an account with grants get a short-lived token, with CA and namespace beside it', () => {
  expect(podSpecOf(granted().chart).volumes).toEqual([{
    name: 'service-account-token',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  }]);
});

test('it lies where client libraries look, in every container, and automount stays off', () => {
  const { chart, api } = granted();
  api.addContainer(SIDECAR);
  const { containers, automountServiceAccountToken, serviceAccountName } = podSpecOf(chart);
  expect(containers.map(({ volumeMounts }: any) => volumeMounts)).toEqual([[MOUNT], [MOUNT]]);
  expect({ automountServiceAccountToken, serviceAccountName }).toEqual({ automountServiceAccountToken: false, serviceAccountName: 'reader' });
});

test('no second account is made beside the given one', () => {
  expect(objectOf(granted().chart, 'ServiceAccount').metadata.name).toBe('reader');
});

test('a grant that comes later brings the token', () => {
  const chart = chartIn('shop');
  const serviceAccount = new LeastPrivilegeServiceAccount(chart, 'reader', { metadata: { name: 'reader' } });
  deployment(chart, 'api', { serviceAccount });
  expect(podSpecOf(chart).volumes).toBeUndefined();
  serviceAccount.addGrant(GRANT);
  expect(podSpecOf(chart).containers[0].volumeMounts).toEqual([MOUNT]);
});

test.each<[string, HardenedDeploymentProps]>([['its own account', {}], ['tokenAudience alone', { tokenAudience: 'vault' }]])('%s brings no token', (_, props) => {
  const chart = chartIn('shop');
  deployment(chart, 'api', props);
  const { volumes, containers } = podSpecOf(chart);
  expect([volumes, containers[0].volumeMounts]).toEqual([undefined, undefined]);
});

test('a plain account brings no token unless asked for', () => {
  const chart = chartIn('shop');
  const serviceAccount = new kplus.ServiceAccount(chart, 'account', { metadata: { name: 'plain' } });
  deployment(chart, 'without', { serviceAccount });
  deployment(chart, 'with', { serviceAccount, mountServiceAccountToken: true });
  expect(podSpecOf(chart, 'without').volumes).toBeUndefined();
  expect(podSpecOf(chart, 'with').containers[0].volumeMounts).toEqual([MOUNT]);
});

test('the token can be withheld', () => {
  expect(podSpecOf(granted({ mountServiceAccountToken: false }).chart).volumes).toBeUndefined();
});

test('audience and expiration can be set', () => {
  const { chart } = granted({ tokenAudience: 'vault', tokenExpiration: Duration.minutes(10) });
  expect(podSpecOf(chart).volumes[0].projected.sources[0]).toEqual({ serviceAccountToken: { path: 'token', expirationSeconds: 600, audience: 'vault' } });
});

test.each([Duration.minutes(9), Duration.days(2), Duration.millis(1500)])('an expiration outside of ten minutes to a day is one line', (tokenExpiration) => {
  expect(mistakesIn(granted({ tokenExpiration }).chart)).toEqual([expect.stringContaining('tokenExpiration')]);
});

test('an account of another namespace, which pods could not use, is refused', () => {
  const chart = chartIn('shop');
  const serviceAccount = new kplus.ServiceAccount(chartBeside(chart, 'other', 'other'), 'account', { metadata: { name: 'reader' } });
  deployment(chart, 'api', { serviceAccount });
  expect(mistakesIn(chart)).toEqual(['[shop/api] serviceAccount is "reader", allowed is an account in the namespace of the pods, shop']);
});

test('an imported account is named, and needs no object', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { serviceAccount: LeastPrivilegeServiceAccount.fromServiceAccountName(chart, 'imported', 'robot') });
  expect(podSpecOf(chart).serviceAccountName).toBe('robot');
});

test('a token flag that is neither true nor false is refused, since "no" would mount it', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { mountServiceAccountToken: 'no' as unknown as boolean });
  expect(mistakesIn(chart)).toEqual([expect.stringContaining('mountServiceAccountToken is "no"')]);
});
