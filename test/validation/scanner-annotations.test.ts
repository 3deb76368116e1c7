import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { synthesized } from './judged';
import { Acknowledgement, Acknowledgements, Scanner, ScannerAnnotations } from '../../src';
import { catalogue } from '../../src/rules/catalogue';
import { accountWith, grantOf } from '../constructs/rbac/account';
import { chartIn, deployment } from '../constructs/workload/application';

const OURS = 'acknowledge.cdk8s-bulwark/';

/** The annotations of a pod with these acknowledgements, but for our own. */
function annotationsFor(scanners: Scanner[] | undefined, acknowledgements: Acknowledgement[], present: Record<string, string> = {}): Record<string, string> {
  const chart = chartIn('shop');
  const pod = new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', annotations: present } });
  ScannerAnnotations.addTo(App.of(chart), scanners);
  acknowledgements.forEach((one) => Acknowledgements.of(pod).add(one));
  const [{ metadata }] = synthesized(chart);
  return Object.fromEntries(Object.entries(metadata.annotations as Record<string, string>).filter(([key]) => !key.startsWith(OURS)));
}

const privileged = { rule: 'privileged-container', reason: 'loads the eBPF probe, SEC-412' };

test.each<[Scanner, Record<string, string>]>([
  [Scanner.KUBE_LINTER, { 'ignore-check.kube-linter.io/privileged-container': 'loads the eBPF probe, SEC-412' }],
  [Scanner.KUBE_SCORE, { 'kube-score/ignore': 'container-security-context-privileged' }],
  [Scanner.POLARIS, { 'polaris.fairwinds.com/runAsPrivileged-exempt': 'true' }],
  [Scanner.CHECKOV, { 'checkov.io/skip1': 'CKV_K8S_16=loads the eBPF probe, SEC-412' }],
  [Scanner.KUBESCAPE, { 'kubescape.io/skip-controls': 'C-0057,C-0211', 'kubescape.io/skip-reason': 'loads the eBPF probe, SEC-412' }],
])('%s is told in its own words', (scanner, annotations) => {
  expect(annotationsFor([scanner], [privileged])).toEqual(annotations);
});

test('all of them are told when nobody is named', () => {
  expect(Object.keys(annotationsFor(undefined, [privileged])).sort()).toEqual([
    'checkov.io/skip1', 'ignore-check.kube-linter.io/privileged-container', 'kube-score/ignore', 'kubescape.io/skip-controls', 'kubescape.io/skip-reason',
    'polaris.fairwinds.com/runAsPrivileged-exempt',
  ]);
});

test('nobody is told unless asked to', () => {
  const chart = chartIn('shop');
  Acknowledgements.of(deployment(chart)).add({ rule: 'single-replica', reason: 'SEC-1' });
  const [{ metadata }] = synthesized(chart);
  expect(Object.keys(metadata.annotations)).toEqual([`${OURS}single-replica`]);
});

test('several acknowledgements are told together, each check once', () => {
  const annotations = annotationsFor(undefined, [
    { rule: 'root-user', reason: 'first' }, { rule: 'run-as-root', reason: 'second' }, { rule: 'host-network', reason: 'third', expires: '2027-06-30' },
    { rule: 'host-pid', reason: 'fourth', expires: '2027-01-31' },
  ]);
  expect(annotations).toMatchObject({
    'ignore-check.kube-linter.io/run-as-non-root': expect.stringMatching(/^(first|second)$/),
    'ignore-check.kube-linter.io/host-network': 'third (until 2027-06-30)',
    'kubescape.io/skip-reason': expect.stringContaining('third'),
    'kubescape.io/skip-expiry': '2027-01-31T23:59:59Z',
  });
  const skips = Object.keys(annotations).filter((key) => key.startsWith('checkov.io/skip'));
  expect(new Set(skips.map((key) => annotations[key].split('=')[0])).size).toBe(skips.length);
  expect(skips.sort()).toEqual(skips.map((_, index) => `checkov.io/skip${index + 1}`).sort());
  const controls = annotations['kubescape.io/skip-controls'].split(',');
  expect(new Set(controls).size).toBe(controls.length);
});

test('what is there already stays', () => {
  const present = {
    'kube-score/ignore': 'pod-probes, container-security-context-privileged', 'checkov.io/skip1': 'CKV_K8S_43=by hand', 'checkov.io/skip3': 'CKV_K8S_16=by hand',
    'kubescape.io/skip-controls': 'C-0001', 'kubescape.io/skip-reason': 'by hand', 'kubescape.io/skip-expiry': '2026-01-01T00:00:00Z',
    'ignore-check.kube-linter.io/privileged-container': 'by hand', 'other': 'thing',
  };
  expect(annotationsFor(undefined, [{ ...privileged, expires: '2027-01-31' }, { rule: 'host-network', reason: 'x' }], present)).toMatchObject({
    ...present,
    'kube-score/ignore': 'pod-probes,container-security-context-privileged',
    'kubescape.io/skip-controls': expect.stringMatching(/^C-0001,.*C-0057/),
    'checkov.io/skip2': 'CKV_K8S_19=x',
  });
});

test('an equals sign in a reason does not stop Checkov, which splits at each of them', () => {
  expect(annotationsFor([Scanner.CHECKOV], [{ ...privileged, reason: 'see https://example.com/?id=412' }])).toEqual({ 'checkov.io/skip1': 'CKV_K8S_16=see https://example.com/?id:412' });
});

test.each([
  ['of one container', { [`main.${OURS}privileged-container`]: 'SEC-1' }],
  ['without a reason', { [`${OURS}privileged-container`]: '' }],
  ['until a day that does not exist', { [`${OURS}privileged-container`]: 'SEC-1; expires 2027-02-30' }],
  ['of a rule that does not exist', { [`${OURS}no-such-rule`]: 'SEC-1' }],
])('an acknowledgement %s is no reason for other scanners to be quiet', (_, annotations) => {
  expect(Object.keys(annotationsFor(undefined, [], annotations)).filter((key) => !key.includes(OURS))).toEqual([]);
});

test('an acknowledgement written by hand counts as any other', () => {
  expect(annotationsFor([Scanner.KUBE_SCORE], [], { [`${OURS}single-replica`]: 'SEC-1' })).toEqual({ 'kube-score/ignore': 'deployment-replicas' });
});

test('reasons that are written while an object is rendered are told too', () => {
  const account = accountWith([{ ...grantOf('create pods/exec'), acknowledgements: [{ rule: 'rbac-exec', reason: 'SEC-1' }] }]);
  ScannerAnnotations.addTo(App.of(account), [Scanner.POLARIS]);
  const objects = synthesized(Chart.of(account));
  const exempt = (kind: string) => Object.keys(objects.find((object) => object.kind === kind).metadata.annotations).filter((key) => key.startsWith('polaris')).sort();
  expect(exempt('Role')).toEqual(['polaris.fairwinds.com/clusterrolePodExecAttach-exempt', 'polaris.fairwinds.com/rolePodExecAttach-exempt']);
  expect(exempt('RoleBinding')).toHaveLength(3);
});

test('the pod template is left alone', () => {
  const chart = chartIn('shop');
  ScannerAnnotations.addTo(App.of(chart));
  const web = new kplus.Deployment(chart, 'web', { replicas: 1, containers: [{ image: 'web' }], podMetadata: { annotations: { [`${OURS}host-network`]: 'SEC-1' } } });
  Acknowledgements.of(web).add({ rule: 'single-replica', reason: 'SEC-1' });
  const [{ metadata, spec }] = synthesized(chart);
  expect(Object.keys(metadata.annotations)).toContain('kube-score/ignore');
  expect(spec.template.metadata.annotations).toEqual({ [`${OURS}host-network`]: 'SEC-1' });
});

test('every annotation that may come of a rule has a name that Kubernetes takes', () => {
  for (const { id } of catalogue) {
    for (const key of Object.keys(annotationsFor(undefined, [{ rule: id, reason: 'SEC-1' }]))) {
      expect(key).toMatch(/^[a-z0-9.-]+\/[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/);
    }
  }
});

test('a scanner that is none is refused', () => {
  expect(() => ScannerAnnotations.addTo(new App(), ['trivy' as Scanner])).toThrow(/trivy.*allowed is among checkov, kube-linter/);
});

test('rendering twice gives the same', () => {
  const chart = chartIn('shop');
  ScannerAnnotations.addTo(App.of(chart));
  Acknowledgements.of(deployment(chart, 'api', { replicas: 1 })).add({ rule: 'single-replica', reason: 'SEC-1', expires: '2027-01-31' });
  expect(synthesized(chart)).toEqual(synthesized(chart));
});
