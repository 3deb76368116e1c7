import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HEALTH, IMAGE, SIDECAR, chartIn, deployment, mistakesIn, objectOf, objectsOf, podSpecOf } from './application';
import { Health, HealthCheck, HardenedDeploymentProps, WorkloadPort } from '../../../src';

const BY_COMMAND = Health.of({ live: HealthCheck.exec(['live']), ready: HealthCheck.exec(['ready']) });

function withPorts(ports: WorkloadPort[]) {
  const chart = chartIn('shop');
  deployment(chart, 'api', { port: undefined, ports });
  return chart;
}

describe('ports', () => {
  test('of all protocols are named and offered by the service', () => {
    const chart = withPorts([{ number: 8080, name: 'http', servicePort: 80 }, { number: 5353, protocol: kplus.Protocol.UDP }, { number: 5353, protocol: kplus.Protocol.SCTP, servicePort: 5354 }]);
    expect(podSpecOf(chart).containers[0].ports).toEqual([
      { containerPort: 8080, name: 'http' }, { containerPort: 5353, name: 'udp-5353', protocol: 'UDP' }, { containerPort: 5353, name: 'sctp-5353', protocol: 'SCTP' },
    ]);
    expect(objectOf(chart, 'Service').spec.ports).toEqual([
      { name: 'http', port: 80, targetPort: 8080 },
      { name: 'udp-5353', port: 5353, targetPort: 5353, protocol: 'UDP' },
      { name: 'sctp-5353', port: 5354, targetPort: 5353, protocol: 'SCTP' },
    ]);
  });

  test('none make no service', () => {
    const chart = chartIn('shop');
    const worker = deployment(chart, 'api', { port: undefined, health: BY_COMMAND });
    expect(worker.service).toBeUndefined();
    expect(objectsOf(chart).map(({ kind }) => kind)).not.toContain('Service');
    expect(mistakesIn(chart)).toEqual([]);
  });

  test.each([0, -1, 65536, 1.5, NaN, '8080', null])('%p is refused as a port', (port) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { port: port as number });
    expect(mistakesIn(chart)).toContainEqual(expect.stringMatching(/^\[shop\/api\] containers\[main\]\.ports is .*allowed is a port from 1024 to 65535/));
  });

  test.each([0, -1, 65536, 1.5, '80'])('%p is refused as a service port', (servicePort) => {
    expect(mistakesIn(withPorts([{ number: 8080, servicePort: servicePort as number }]))).toHaveLength(1);
  });

  test.each(['Http', 'a-name-too-long-for-it', '8080', 'a--b', ''])('%j is refused as a name', (name) => {
    expect(mistakesIn(withPorts([{ number: 8080, name }]))).toHaveLength(1);
  });

  test('port and ports together are refused', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { port: 8080, ports: [{ number: 9090 }] });
    expect(mistakesIn(chart)).toEqual(['[shop/api] port is 8080, allowed is either port or ports']);
  });

  test('two of one number in the service are refused, as the API server does', () => {
    expect(mistakesIn(withPorts([{ number: 8080, servicePort: 80 }, { number: 8081, servicePort: 80 }]))).toHaveLength(1);
  });

  test('that two containers of a pod both listen on are refused: the second could not start', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { containers: [{ ...SIDECAR, ports: [{ number: 8080 }] }] });
    expect(mistakesIn(chart)).toHaveLength(1);
  });
});

describe('probes', () => {
  function probesOf(props: HardenedDeploymentProps) {
    const chart = chartIn('shop');
    deployment(chart, 'api', props);
    const { livenessProbe, readinessProbe, startupProbe } = podSpecOf(chart).containers[0];
    return { livenessProbe, readinessProbe, startupProbe };
  }

  test.each<[string, Health, object, object]>([
    ['HTTP', HEALTH, { httpGet: { path: '/livez', port: 8080 } }, { httpGet: { path: '/readyz', port: 8080 } }],
    ['HTTP on a port of its own', Health.http({ live: '/l', ready: '/r', port: 9090 }), { httpGet: { path: '/l', port: 9090 } }, { httpGet: { path: '/r', port: 9090 } }],
    ['gRPC, which may ask one question twice', Health.grpc(), { grpc: { port: 8080 } }, { grpc: { port: 8080 } }],
    ['TCP and a command', Health.of({ live: HealthCheck.tcp(), ready: HealthCheck.exec(['ready']) }), { tcpSocket: { port: 8080 } }, { exec: { command: ['ready'] } }],
    ['a gRPC service', Health.of({ live: HealthCheck.grpc('live'), ready: HealthCheck.grpc('ready') }), { grpc: { port: 8080, service: 'live' } }, { grpc: { port: 8080, service: 'ready' } }],
  ])('of %s', (_, health, live, ready) => {
    const { livenessProbe, readinessProbe } = probesOf({ health });
    expect(livenessProbe).toMatchObject(live);
    expect(readinessProbe).toMatchObject(ready);
  });

  test('a slow start holds liveness back for as long as it was said', () => {
    const { startupProbe } = probesOf({ health: Health.http({ live: '/l', ready: '/r', startup: Duration.seconds(62) }) });
    expect(startupProbe).toEqual({ httpGet: { path: '/l', port: 8080 }, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 13 });
  });

  test.each<[string, () => HardenedDeploymentProps]>([
    ['paths that are the same', () => ({ health: Health.http({ live: '/', ready: '/' }) })],
    ['a path without a slash', () => ({ health: Health.http({ live: 'livez', ready: '/readyz' }) })],
    ['an empty command', () => ({ health: Health.of({ live: HealthCheck.exec([]), ready: HealthCheck.tcp() }) })],
    ['no command', () => ({ health: Health.of({ live: HealthCheck.exec(undefined as any), ready: HealthCheck.tcp() }) })],
    ['HTTP without a port to ask', () => ({ port: undefined, health: HEALTH })],
    ['gRPC without a port to ask', () => ({ port: undefined, health: Health.grpc() })],
    ['a port that is none', () => ({ health: Health.http({ live: '/l', ready: '/r', port: 70000 }) })],
    ['a start of no time', () => ({ health: Health.http({ live: '/l', ready: '/r', startup: Duration.seconds(0) }) })],
    ['a start of milliseconds', () => ({ health: Health.http({ live: '/l', ready: '/r', startup: Duration.millis(1500) }) })],
    ['only one question', () => ({ health: Health.of({ ready: HealthCheck.tcp() } as any) })],
  ])('with %s are refused in a line, not with a crash', (_, props) => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { image: IMAGE, ...props() });
    expect(mistakesIn(chart)).not.toEqual([]);
  });

  test('none are two lines', () => {
    const chart = chartIn('shop');
    deployment(chart, 'api', { health: undefined });
    expect(mistakesIn(chart)).toEqual([expect.stringContaining('missing-liveness-probe'), expect.stringContaining('missing-readiness-probe')]);
  });
});
