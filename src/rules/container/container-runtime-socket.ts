import { Severity } from '../../findings/severity';
import { hostPathsOf } from '../../kubernetes/host-path';
import { cis, nsa, owasp } from '../../standards';
import { RUNTIME_SOCKET } from '../../standards/host-paths';
import { fault, perPod } from '../check';
import { rule } from '../rule';

export const containerRuntimeSocket = rule({
  id: 'container-runtime-socket',
  title: 'Socket of the container runtime',
  severity: Severity.CRITICAL,
  domain: 'container',
  why: 'Whoever speaks to the runtime starts containers of any kind on the node, past the API server and all its rules: the node is theirs.',
  fix: 'Remove the volume; build images with BuildKit or Buildah in rootless mode, and ask the API server about containers.',
  standards: [cis('5.2.11'), nsa('pod-security-enforcement'), owasp('K01')],
  equivalents: {
    'kube-linter': ['docker-sock'],
    'kubesec': ['DockerSock'],
    'trivy': ['KSV-0006'],
    'kubescape': ['C-0074'],
    'checkov': ['CKV_K8S_27'],
    'kyverno': ['disallow-cri-sock-mount', 'docker-socket-requires-label'],
  },
  check: perPod((pod) => hostPathsOf(pod)
    .filter(({ path }) => path !== undefined && RUNTIME_SOCKET.test(path))
    .map(({ field, path }) => fault(field, `mounts ${path} of the node`))),
});
