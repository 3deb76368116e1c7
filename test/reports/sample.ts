import { Finding, ResourceReference } from '../../src/findings/finding';
import { Report, RuleDescription } from '../../src/findings/report';
import { Severity } from '../../src/findings/severity';

const CIS = { standard: 'CIS Kubernetes Benchmark', url: 'https://www.cisecurity.org/benchmark/kubernetes' };

export const RULES: readonly RuleDescription[] = [
  {
    id: 'privileged-container',
    title: 'Privileged container',
    severity: Severity.CRITICAL,
    domain: 'pod-security',
    why: 'A privileged container has every capability and every device of the node; leaving it takes one mount.',
    fix: 'Remove securityContext.privileged, or set it to false.',
    standards: [
      { ...CIS, id: '5.2.10', title: 'Minimize the admission of Windows HostProcess containers' },
      { ...CIS, id: '5.2.2', title: 'Minimize the admission of privileged containers' },
      { standard: 'Pod Security Standards', id: 'baseline:privileged', title: 'Privileged Containers', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/' },
    ],
    equivalents: { trivy: ['KSV-0017'], polaris: ['runAsPrivileged'] },
  },
  {
    id: 'host-network',
    title: 'Host network',
    severity: Severity.HIGH,
    domain: 'pod-security',
    why: 'The pod shares the network of the node.',
    fix: 'Remove hostNetwork.',
    standards: [{ ...CIS, id: '5.2.5', title: 'Minimize the admission of containers wishing to share the host network namespace' }],
    equivalents: {},
  },
  { id: 'memory-limit', title: 'No memory limit', severity: Severity.MEDIUM, domain: 'resources', why: 'A leak takes the node down.', fix: 'Set resources.limits.memory.', standards: [], equivalents: {} },
  { id: 'owner', title: 'No owner', severity: Severity.LOW, domain: 'metadata', why: 'Nobody knows whom to ask.', fix: 'Add the label owner.', standards: [], equivalents: {} },
];

const API: ResourceReference = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'api' };
const EXPORTER: ResourceReference = { apiVersion: 'apps/v1', kind: 'DaemonSet', namespace: 'monitoring', name: 'exporter' };
const CLUSTER: ResourceReference = { apiVersion: 'v1', kind: 'Namespace', name: 'shop' };

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'privileged-container',
    severity: Severity.CRITICAL,
    message: 'container "app" sets securityContext.privileged to true',
    path: 'spec.template.spec.containers[0].securityContext.privileged',
    resource: API,
    file: 'k8s/shop/api.yaml',
    line: 34,
    column: 13,
    ...changes,
  };
}

const hostNetwork = { ruleId: 'host-network', severity: Severity.HIGH, message: 'spec.hostNetwork is true', path: 'spec.template.spec.hostNetwork' };

export const EMPTY: Report = { findings: [], acknowledged: [], errors: [], resources: 20, rules: RULES };

export const SAMPLE: Report = {
  findings: [
    finding(),
    finding({ ...hostNetwork, resource: EXPORTER, file: 'k8s/monitoring.yaml', line: 18, column: 7 }),
    finding({ ...hostNetwork, line: 22, column: 7 }),
    finding({ ruleId: 'memory-limit', severity: Severity.MEDIUM, message: 'container "app" has no resources.limits.memory', path: 'spec.template.spec.containers[0].resources', line: 30, column: 11 }),
    finding({ ruleId: 'owner', severity: Severity.LOW, message: 'has no label "owner"', path: 'metadata.labels', resource: CLUSTER, file: '', line: 0, column: 0, construct: 'shop/namespace' }),
  ],
  acknowledged: [{
    ...finding({ ...hostNetwork, resource: { ...EXPORTER, name: 'cni' }, file: 'k8s/cni.yaml', line: 9, column: 7 }),
    reason: 'the CNI configures the network of the node, SEC-412',
    expires: '2027-06-30',
  }],
  errors: [{ file: 'k8s/broken.yaml', line: 3, column: 1, message: 'duplicate key "kind"' }, { file: 'k8s/gone', message: 'no such file or directory' }],
  resources: 20,
  rules: RULES,
};

/** What someone may write into a manifest to break out of a report. */
export const HOSTILE = [
  'line\nbreak\r\n::error::injected',
  '</script><script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '\u001b[31mred\u001b]0;title\u0007\u009b2J',
  '\u202Egpj.exe\u2066\u200B\uFEFF',
  '| cell | `code` ``x`` \\| @team #1 [link](javascript:alert(1)) ![](http://evil.example/x.png) <b>',
  ']]> <!-- --> <![CDATA[ &amp; &#x41; %0A,:',
  '\u0000\u0008\uD800\uFFFE',
  '${x} {{ y }} %s $& $1',
] as const;

/** A report in which every text from a manifest is hostile. */
export function hostile(text: string): Report {
  const bad = finding({
    message: text, path: text, file: `dir/${text}.yaml`, construct: text,
    resource: { apiVersion: text, kind: text, namespace: text, name: text },
  });
  return {
    findings: [bad],
    acknowledged: [{ ...bad, reason: text, expires: text }],
    errors: [{ file: text, line: 1, column: 1, message: text }],
    resources: 1,
    rules: RULES,
  };
}
