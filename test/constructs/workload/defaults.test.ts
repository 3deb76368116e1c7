import { Testing } from 'cdk8s';
import { IMAGE, chartIn, deployment, mistakesIn, objectOf, objectsOf, podSpecOf } from './application';
import { HardenedDeployment } from '../../../src';

function minimal() {
  const chart = chartIn('shop');
  deployment(chart);
  return chart;
}

test('the minimal deployment has no mistakes', () => {
  expect(mistakesIn(minimal())).toEqual([]);
});

test('a deployment, its account, budget, service and policy come out, and nothing else', () => {
  expect(objectsOf(minimal()).map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`).sort()).toEqual([
    'Deployment shop/api', 'NetworkPolicy shop/api', 'PodDisruptionBudget shop/api', 'Service shop/api', 'ServiceAccount shop/api',
  ]);
});

describe('of the pod', () => {
  test.each([
    ['its account is its own', 'serviceAccountName', 'api'],
    ['no token is mounted', 'automountServiceAccountToken', false],
    ['service addresses are not injected', 'enableServiceLinks', false],
    ['it stays off the node\'s network', 'hostNetwork', false],
    ['it runs as nobody\'s user', 'securityContext', {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
      seLinuxOptions: { type: 'container_t' },
    }],
    ['replicas prefer different nodes', 'affinity', {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{
          weight: 100,
          podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } } },
        }],
      },
    }],
    ['replicas spread over nodes and zones, but are scheduled all the same', 'topologySpreadConstraints', [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      },
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      },
    ]],
    ['there are no volumes', 'volumes', undefined],
    ['no priority is invented', 'priorityClassName', undefined],
    ['there are no host processes', 'hostPID', undefined],
  ])('%s', (_, field, expected) => {
    expect(podSpecOf(minimal())[field]).toEqual(expected);
  });
});

describe('of the container', () => {
  test.each([
    ['its name is main', 'name', 'main'],
    ['the image is the one that was given', 'image', IMAGE.reference],
    ['the image is checked on every start', 'imagePullPolicy', 'Always'],
    ['the port has a name', 'ports', [{ containerPort: 8080, name: 'http' }]],
    ['nothing is allowed to it', 'securityContext', {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    }],
    ['requests and limits are complete', 'resources', {
      requests: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '64Mi' },
      limits: { 'cpu': '500m', 'memory': '256Mi', 'ephemeral-storage': '128Mi' },
    }],
    ['liveness is slow to judge', 'livenessProbe', { httpGet: { path: '/livez', port: 8080 }, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 }],
    ['readiness is quicker', 'readinessProbe', { httpGet: { path: '/readyz', port: 8080 }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }],
    ['no startup probe holds liveness back', 'startupProbe', undefined],
    ['no environment is made up', 'env', undefined],
  ])('%s', (_, field, expected) => {
    expect(podSpecOf(minimal()).containers[0][field]).toEqual(expected);
  });
});

describe('of the objects around', () => {
  test('deployment and pods carry the recommended labels', () => {
    const { metadata, spec } = objectOf(minimal(), 'Deployment');
    const labels = { 'app.kubernetes.io/name': 'api', 'app.kubernetes.io/instance': 'api', 'app.kubernetes.io/managed-by': 'cdk8s' };
    expect(metadata.labels).toMatchObject(labels);
    expect(spec.template.metadata.labels).toMatchObject(labels);
  });

  test('the deployment selects its pods by one label', () => {
    expect(objectOf(minimal(), 'Deployment').spec.selector).toEqual({ matchLabels: { 'app.kubernetes.io/instance': 'api' } });
  });

  test('updates are rolling, with two replicas', () => {
    expect(objectOf(minimal(), 'Deployment').spec).toMatchObject({ replicas: 2, strategy: { type: 'RollingUpdate' } });
  });

  test('the budget lets nodes drain, broken pods too', () => {
    expect(objectOf(minimal(), 'PodDisruptionBudget').spec).toEqual({
      maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
    });
  });

  test('the account has no token', () => {
    expect(objectOf(minimal(), 'ServiceAccount').automountServiceAccountToken).toBe(false);
  });

  test('the service stays inside the cluster', () => {
    expect(objectOf(minimal(), 'Service').spec).toMatchObject({
      type: 'ClusterIP', selector: { 'app.kubernetes.io/instance': 'api' }, ports: [{ name: 'http', port: 8080, targetPort: 8080 }],
    });
  });
});

test('a namespace of its own is everywhere', () => {
  const chart = chartIn('shop');
  deployment(chart, 'api', { metadata: { name: 'api', namespace: 'elsewhere' } });
  expect(new Set(objectsOf(chart).map(({ metadata }) => metadata.namespace))).toEqual(new Set(['elsewhere']));
});

test('synthesizing twice gives equal output', () => {
  const chart = minimal();
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
});

test('outside of a chart there is an error that says so', () => {
  const chart = chartIn('shop');
  expect(() => new HardenedDeployment(chart.node.scope!, 'api', { image: IMAGE })).toThrow(/chart/);
});
