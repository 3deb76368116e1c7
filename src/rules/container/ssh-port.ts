import { Severity } from '../../findings/severity';
import { listAt, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { all, fault, perContainer, perObject } from '../check';
import { rule } from '../rule';

/** 2222 is where an SSH server listens that has no right to 22. */
const SSH: readonly unknown[] = [22, '22', 2222, '2222'];

function exposures(ports: readonly unknown[], list: string, ...fields: readonly string[]) {
  return ports.flatMap((port, index) => {
    const found = (valueAt(port, 'protocol') ?? 'TCP') === 'TCP' && fields.find((field) => SSH.includes(valueAt(port, field)));
    return found ? [fault(`${list}[${index}].${found}`, `exposes port ${String(valueAt(port, found))}, where SSH listens`)] : [];
  });
}

export const sshPort = rule({
  id: 'ssh-port',
  title: 'SSH port',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'A shell that listens is a door beside the API server: no RBAC, no audit log, and passwords to guess or keys to steal.',
  fix: 'Remove the port and the SSH server; kubectl exec gives a shell under RBAC and in the audit log.',
  standards: [nsa('secure-images'), owasp('K01')],
  equivalents: {
    'kube-linter': ['ssh-port'],
    'kubescape': ['C-0042'],
  },
  check: all(
    perContainer(({ spec }) => exposures(listAt(spec, 'ports'), 'ports', 'containerPort')),
    perObject(['Service'], (service) => exposures(listAt(service, 'spec', 'ports'), 'spec.ports', 'port', 'targetPort')),
  ),
});
