import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { SIDECAR, chartIn, deployment, mistakesIn } from './application';
import { HardenedDeployment, HardenedDeploymentProps } from '../../../src';

// Nothing of the namespace needs to be lowered for a hardened deployment, so what Pod Security restricted refuses is refused here.
describe('what the admission of a restricted namespace refuses is a mistake:', () => {
  test.each<[string, HardenedDeploymentProps, (api: HardenedDeployment) => void]>([
    ['an NFS volume', {}, (api) => api.addVolume(kplus.Volume.fromNfs(api, 'nfs', 'nfs', { server: 'nas', path: '/' }))],
    ['an unsafe sysctl', { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } }, () => {}],
    [
      'a probe of another host, for which the kubelet would be the caller', {},
      (api) => api.addContainer({ ...SIDECAR, liveness: kplus.Probe.fromTcpSocket({ host: '169.254.169.254', port: 80 }) }),
    ],
    [
      'a lifecycle hook that calls another host', {},
      (api) => api.addContainer({ ...SIDECAR, lifecycle: { postStart: kplus.Handler.fromTcpSocket({ host: '169.254.169.254', port: 80 }) } }),
    ],
  ])('%s', (_, props, change) => {
    const chart = chartIn('shop');
    const api = deployment(chart, 'api', props);
    change(api);
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});

describe('what the API server refuses in a Deployment is a mistake:', () => {
  test('pods that are not restarted', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { restartPolicy: kplus.RestartPolicy.NEVER });
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('a selector that its own pods do not match', () => {
    const chart = chartIn('shop');
    deployment(chart).select(kplus.LabelSelector.of({ labels: { role: 'web' } }));
    expect(mistakesIn(chart)).toHaveLength(1);
  });

  test('pods relabelled away from their selector, policy and budget', () => {
    const chart = chartIn('shop');
    deployment(chart).podMetadata.addLabel('app.kubernetes.io/instance', 'somebody-else');
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});

describe('a JSON patch goes past the typed hook (B1), but not past the checks:', () => {
  test.each([
    ['privileged', JsonPatch.replace('/spec/template/spec/containers/0/securityContext/privileged', true)],
    ['host network', JsonPatch.replace('/spec/template/spec/hostNetwork', true)],
    ['an image without digest', JsonPatch.replace('/spec/template/spec/containers/0/image', 'nginx')],
    ['a limit that the projection deletes', JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/cpu', '2')],
  ])('%s', (_, patch) => {
    const chart = chartIn('shop');
    ApiObject.of(deployment(chart)).addJsonPatch(patch);
    expect(mistakesIn(chart)).not.toEqual([]);
  });
});
