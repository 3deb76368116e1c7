import * as kplus from 'cdk8s-plus-27';
import { SIDECAR } from './application';
import { HardenedDeployment, HardenedDeploymentProps, Image } from '../../../src';

type Security = kplus.ContainerSecurityContextProps;
const withContainer = (securityContext: Security) => (api: HardenedDeployment) => { api.addContainer({ ...SIDECAR, securityContext }); };
const context = (spec: any) => spec.containers[1].securityContext;

/** A value that a HardenedDeployment refuses unless it is acknowledged. */
export interface UnsafeValue {
  readonly rule: string;
  /** Further rules that find the value in the manifest, and are to have the reason too. */
  readonly also?: string[];
  readonly value: string;
  readonly props?: (api: any) => HardenedDeploymentProps;
  readonly change?: (api: HardenedDeployment) => void;
  /** What the line must say. */
  readonly line: RegExp;
  /** What is in the manifest once it is acknowledged. */
  readonly manifest: (spec: any) => unknown;
  readonly expected: unknown;
}

export const UNSAFE_VALUES: UnsafeValue[] = [
  { rule: 'host-network', value: 'hostNetwork', props: () => ({ hostNetwork: true }), line: /hostNetwork is true/, manifest: (s) => s.hostNetwork, expected: true },
  {
    rule: 'service-account-token-automount',
    value: 'automountServiceAccountToken',
    props: () => ({ automountServiceAccountToken: true }),
    line: /automountServiceAccountToken is true/,
    manifest: (s) => s.automountServiceAccountToken,
    expected: true,
  },
  {
    rule: 'run-as-root',
    also: ['low-user-id', 'root-user'],
    value: 'user 0 of the pod',
    props: () => ({ securityContext: { user: 0 } }),
    line: /securityContext is \{"user":0\}/,
    manifest: (s) => [s.securityContext.runAsUser, s.securityContext.runAsNonRoot === true, s.containers[0].securityContext.runAsNonRoot === true],
    // The kubelet does not start a container as user 0 when runAsNonRoot says that it may not be.
    expected: [0, false, false],
  },
  {
    rule: 'run-as-root',
    value: 'ensureNonRoot of the pod, which cdk8s-plus overrules in every container (B14)',
    props: () => ({ securityContext: { ensureNonRoot: false } }),
    line: /securityContext is \{"ensureNonRoot":false\}/,
    manifest: (s) => [s.securityContext.runAsNonRoot, s.containers[0].securityContext.runAsNonRoot === true],
    expected: [false, false],
  },
  {
    rule: 'run-as-root',
    also: ['low-user-id', 'root-user'],
    value: 'user 0 of a container',
    change: withContainer({ user: 0 }),
    line: /containers\[sidecar\]\.securityContext is \{"user":0\}/,
    manifest: (s) => [context(s).runAsUser, context(s).runAsNonRoot === true],
    expected: [0, false],
  },
  {
    rule: 'run-as-root',
    value: 'ensureNonRoot of a container',
    change: withContainer({ ensureNonRoot: false }),
    line: /containers\[sidecar\]\.securityContext is \{"ensureNonRoot":false\}/,
    manifest: (s) => context(s).runAsNonRoot,
    expected: false,
  },
  {
    rule: 'privileged-container',
    also: ['privilege-escalation', 'no-mandatory-access-control'],
    value: 'privileged, with the escalation that Kubernetes asks for then (B15)',
    change: withContainer({ privileged: true }),
    line: /containers\[sidecar\]\.securityContext\.privileged is true/,
    manifest: (s) => [context(s).privileged, context(s).allowPrivilegeEscalation],
    expected: [true, true],
  },
  {
    rule: 'privilege-escalation',
    value: 'allowPrivilegeEscalation',
    change: withContainer({ allowPrivilegeEscalation: true }),
    line: /allowPrivilegeEscalation is true/,
    manifest: (s) => context(s).allowPrivilegeEscalation,
    expected: true,
  },
  {
    rule: 'writable-root-filesystem',
    value: 'readOnlyRootFilesystem',
    change: withContainer({ readOnlyRootFilesystem: false }),
    line: /readOnlyRootFilesystem is false/,
    manifest: (s) => context(s).readOnlyRootFilesystem,
    expected: false,
  },
  {
    rule: 'added-capability',
    also: ['capability-outside-baseline', 'capability-outside-restricted', 'dangerous-capability'],
    value: 'a capability, in the spelling that Kubernetes knows (B3)',
    change: withContainer({ capabilities: { add: [kplus.Capability.NET_ADMIN] } }),
    line: /capabilities\.add is \["NET_ADMIN"\]/,
    manifest: (s) => context(s).capabilities,
    expected: { add: ['NET_ADMIN'], drop: ['ALL'] },
  },
  {
    rule: 'host-path-volume',
    value: 'a hostPath',
    props: () => ({}),
    change: (api) => { api.addVolume(kplus.Volume.fromHostPath(api, 'logs', 'logs', { path: '/var/log' })); },
    line: /volumes\[logs\]\.hostPath is "\/var\/log"/,
    manifest: (s) => s.volumes[0].hostPath,
    expected: { path: '/var/log', type: '' },
  },
  {
    rule: 'host-path-volume',
    also: ['writable-host-path-mount'],
    value: 'a hostPath that a container mounts',
    change: (api) => { api.containers[0].mount('/logs', kplus.Volume.fromHostPath(api, 'logs', 'logs', { path: '/var/log' })); },
    line: /volumes\[logs\]\.hostPath/,
    manifest: (s) => s.containers[0].volumeMounts,
    expected: [{ mountPath: '/logs', name: 'logs' }],
  },
  {
    rule: 'host-port',
    value: 'a host port',
    change: (api) => { api.addContainer({ ...SIDECAR, ports: [{ number: 9000, hostPort: 9000 }] }); },
    line: /containers\[sidecar\]\.ports\[9000\]\.hostPort is 9000/,
    manifest: (s) => s.containers[1].ports[0].hostPort,
    expected: 9000,
  },
  {
    rule: 'privileged-port',
    value: 'a port below 1024',
    props: () => ({ port: 80 }),
    line: /containers\[main\]\.ports is 80, allowed is a port from 1024 to 65535/,
    manifest: (s) => s.containers[0].ports,
    expected: [{ containerPort: 80, name: 'http' }],
  },
  {
    rule: 'image-without-digest',
    value: 'a tag',
    props: () => ({ image: Image.of('registry.example.com/api:1.2') }),
    line: /containers\[main\]\.image is "registry.example.com\/api:1\.2"/,
    manifest: (s) => s.containers[0].image,
    expected: 'registry.example.com/api:1.2',
  },
  {
    rule: 'missing-liveness-probe',
    value: 'no liveness probe',
    change: (api) => { api.addContainer({ ...SIDECAR, liveness: undefined }); },
    line: /containers\[sidecar\]\.liveness is missing/,
    manifest: (s) => s.containers[1].livenessProbe,
    expected: undefined,
  },
  {
    rule: 'missing-readiness-probe',
    value: 'no readiness probe',
    change: (api) => { api.addContainer({ ...SIDECAR, readiness: undefined }); },
    line: /containers\[sidecar\]\.readiness is missing/,
    manifest: (s) => s.containers[1].readinessProbe,
    expected: undefined,
  },
  {
    rule: 'identical-probes',
    value: 'one check for two questions',
    change: (api) => { api.addContainer({ ...SIDECAR, readiness: SIDECAR.liveness }); },
    line: /containers\[sidecar\]\.readiness is .*differs from liveness/,
    manifest: (s) => s.containers[1].readinessProbe.exec,
    expected: { command: ['live'] },
  },
];
