import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { synthesized } from './judged';
import { WAYS_OFF } from './ways-off';
import { Acknowledgements, BulwarkValidation, BulwarkValidationProps, Severity } from '../../src';
import { evaluate } from '../../src/evaluation/evaluate';
import { chartBeside, chartIn, deployment, mistakesIn, secureNamespace } from '../constructs/workload/application';

jest.mock('../../src/evaluation/evaluate', () => {
  const original = jest.requireActual('../../src/evaluation/evaluate');
  return { ...original, evaluate: jest.fn(original.evaluate) };
});

function validated(props?: BulwarkValidationProps): Chart {
  const chart = chartIn('shop');
  BulwarkValidation.addTo(App.of(chart), props);
  return chart;
}

const plainPod = (chart: Chart, id: string, spec: object = {}) => new ApiObject(chart, id, {
  apiVersion: 'v1', kind: 'Pod', metadata: { name: id, namespace: 'shop' }, spec: { hostNetwork: true, ...spec },
});

const rulesIn = (lines: string[]) => lines.map((line) => /^(?:\[\] )?[\w/.-]+: \w+ ([a-z0-9-]+): /.exec(line)?.[1]);

test('a finding is one line with construct, severity, rule, what, object, field, fix and the way to accept it', () => {
  const chart = validated({ profile: 'pss-baseline' });
  plainPod(chart, 'agent');
  expect(mistakesIn(chart)).toEqual([
    '[] shop/agent: high host-network: pod sets hostNetwork to true (Pod shop/agent, spec.hostNetwork); '
      + 'Remove hostNetwork, and expose the pod through a Service. (to accept it: Acknowledgements.of(construct).add({ rule: \'host-network\', reason: \'...\' }))',
  ]);
});

test('the construct that is named is the one whose acknowledgement quiets it', () => {
  const chart = validated({ profile: 'pss-baseline' });
  const web = new kplus.Deployment(chart, 'web', { hostNetwork: true, containers: [{ image: 'web' }] });
  const [path] = /\[\] (.*?):/.exec(mistakesIn(chart)[0])!.slice(1);
  expect(path).toBe(web.node.path);
  Acknowledgements.of(chart.node.tryFindChild('web')!).add({ rule: 'host-network', reason: 'it is the CNI agent' });
  expect(mistakesIn(chart)).toEqual([]);
});

test('synthesis to files fails too, and writes none', () => {
  const chart = validated();
  plainPod(chart, 'agent');
  expect(() => App.of(chart).synth()).toThrow(/host-network/);
  expect(() => App.of(chart).synthYaml()).toThrow(/host-network/);
});

test('findings less bad than asked for do not fail', () => {
  const chart = validated({ failOn: Severity.CRITICAL });
  plainPod(chart, 'agent');
  expect(mistakesIn(chart)).toEqual([]);
});

test('the worst come first', () => {
  const chart = validated();
  plainPod(chart, 'agent', { containers: [{ name: 'a', image: 'a', securityContext: { privileged: true } }] });
  const severities = mistakesIn(chart).map((line) => ['critical', 'high', 'medium', 'low'].indexOf(/^\[\] shop\/agent: (\w+) /.exec(line)![1]));
  expect(severities.length).toBeGreaterThan(5);
  expect(severities).toEqual([...severities].sort());
});

test('the checks of the constructs report beside it, and each of its own', () => {
  const chart = validated({ profile: 'pss-baseline' });
  deployment(chart, 'api', { hostNetwork: true });
  const lines = mistakesIn(chart);
  expect(lines).toEqual([expect.stringMatching(/^\[\] shop\/api: high host-network/), expect.stringMatching(/^\[shop\/api\] hostNetwork is true/)]);
});

test('objects of several charts are judged as one application', () => {
  const chart = validated({ profile: 'all' });
  plainPod(chart, 'agent', { serviceAccountName: 'agent' });
  const dangling = () => mistakesIn(chart).filter((line) => line.includes(' dangling-service-account:'));
  expect(dangling()).toHaveLength(1);
  new ApiObject(chartBeside(chart, 'accounts'), 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'agent', namespace: 'shop' }, automountServiceAccountToken: false });
  expect(dangling()).toHaveLength(0);
});

test('what is patched into the manifest is judged', () => {
  const chart = validated({ profile: 'pss-baseline' });
  const pod = plainPod(chart, 'agent', { hostNetwork: false });
  expect(mistakesIn(chart)).toEqual([]);
  pod.addJsonPatch(JsonPatch.add('/spec/hostPID', true));
  expect(rulesIn(mistakesIn(chart))).toEqual(['host-pid']);
});

test('items of a list are judged, and named after the list', () => {
  const chart = validated({ profile: 'pss-baseline' });
  new ApiObject(chart, 'list', { apiVersion: 'v1', kind: 'List', metadata: {}, items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { hostIPC: true } }] });
  expect(mistakesIn(chart)).toEqual([expect.stringMatching(/^\[\] shop\/list: high host-ipc: .*\(Pod a, /)]);
});

test('text of the user neither breaks nor forges a line', () => {
  const chart = validated();
  plainPod(chart, 'agent', { containers: [{ name: 'a\n  [shop/other] forged', image: '\u001b[2J' }] });
  const lines = mistakesIn(chart);
  expect(lines.filter((line) => !line.startsWith('[] shop/agent: '))).toEqual([]);
  expect(lines.join()).not.toContain('\u001b');
});

describe('never passes', () => {
  test('an object that cannot be rendered, beside everything else', () => {
    const chart = validated({ profile: 'pss-baseline' });
    const broken = plainPod(chart, 'broken');
    broken.toJson = () => { throw new Error('no such field'); };
    plainPod(chart, 'agent');
    expect(mistakesIn(chart)).toEqual([
      '[] shop/broken: cannot be rendered: no such field', expect.stringMatching(/^\[\] shop\/agent: high host-network/),
    ]);
  });

  test('an object that is none', () => {
    const chart = validated();
    new ApiObject(chart, 'nothing', { apiVersion: '', kind: 'Pod' });
    expect(mistakesIn(chart)).toEqual([expect.stringMatching(/^\[\] shop\/nothing: .*apiVersion/)]);
  });

  test('a rule that fails', () => {
    const chart = validated();
    plainPod(chart, 'agent');
    (evaluate as jest.Mock).mockImplementationOnce(() => ({ findings: [], acknowledged: [], rules: [], resources: 1, errors: [{ file: '', message: 'rule a-rule failed: TypeError' }] }));
    expect(mistakesIn(chart)).toEqual(['[] rule a-rule failed: TypeError']);
  });

  test('props that are none', () => {
    expect(mistakesIn(validated({ failon: 'high', profile: 'strict' } as any))).toEqual([
      expect.stringMatching(/^\[\] properties\.failon is "high"/), expect.stringMatching(/^\[\] properties\.profile is "strict"/),
    ]);
  });
});

test('an application is judged once for each synthesis, however many charts it has', () => {
  const chart = validated({ profile: 'pss-baseline' });
  chartBeside(chart, 'second');
  const pod = plainPod(chart, 'agent', { hostNetwork: false });
  const judge = (evaluate as jest.Mock).mockClear();
  App.of(chart).synthYaml();
  expect(judge).toHaveBeenCalledTimes(1);
  pod.addJsonPatch(JsonPatch.add('/spec/hostPID', true));
  expect(() => App.of(chart).synthYaml()).toThrow(/host-pid/);
  expect(judge).toHaveBeenCalledTimes(2);
});

describe('rendering changes nothing:', () => {
  test('spread workloads have the terms of one rendering (B17)', () => {
    const withSpread = (chart: Chart) => {
      const web = new kplus.Deployment(chart, 'web', { spread: true, containers: [{ image: 'web' }] });
      web.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.exists('gpu')));
      return chart;
    };
    const plain = synthesized(withSpread(chartIn('shop')));
    const chart = withSpread(validated({ failOn: Severity.CRITICAL }));
    expect(Testing.synth(chart)).toEqual(plain);
    expect(plain[0].spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toHaveLength(2);
  });

  test('and are judged with them', () => {
    const lines = (spread: boolean) => {
      const chart = validated({ profile: 'all' });
      new kplus.Deployment(chart, 'web', { spread, replicas: 3, containers: [{ image: 'web' }] });
      return rulesIn(mistakesIn(chart)).filter((rule) => rule === 'missing-anti-affinity');
    };
    expect([lines(false), lines(true)]).toEqual([['missing-anti-affinity'], []]);
  });

  test('hardened applications come out as without it', () => {
    const shop = (chart: Chart) => {
      secureNamespace(chart);
      deployment(chart, 'web').connections.allowTo(deployment(chart, 'api'));
      return chart;
    };
    expect(synthesized(shop(validated()))).toEqual(synthesized(shop(chartIn('shop'))));
  });
});

test('what the constructs accept is accepted in the first pass', () => {
  const refused = WAYS_OFF.filter(({ value }) => !value.includes('accepted on the')).flatMap(({ rule, make }) => {
    const chart = make();
    BulwarkValidation.addTo(App.of(chart));
    return mistakesIn(chart).map((line) => `${rule}: ${line}`);
  });
  expect(refused).toEqual([]);
});

test('two applications say the same in the same order', () => {
  const linesOf = () => {
    const chart = validated({ profile: 'all' });
    ['b', 'a', 'c'].forEach((id) => plainPod(chart, id));
    return mistakesIn(chart);
  };
  expect(linesOf()).toEqual(linesOf());
});
