import { Severity } from '../../findings/severity';
import { namespaceOf } from '../../kubernetes/object';
import { cis, nsa } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

const SYSTEM = ['kube-system', 'kube-public', 'kube-node-lease'];

export const systemNamespace = rule({
  id: 'system-namespace',
  title: 'Object in a namespace of Kubernetes',
  severity: Severity.MEDIUM,
  domain: 'namespace',
  why: 'Policies spare these namespaces, and their service accounts and Secrets run the cluster: an application among them is halfway in.',
  fix: 'Move the object to a namespace of the application.',
  standards: [cis('5.6.1'), nsa('namespaces')],
  equivalents: {
    trivy: ['KSV-0037'],
  },
  check: perObject('any', (object) => {
    const namespace = namespaceOf(object);
    return namespace !== undefined && SYSTEM.includes(namespace) ? fault('metadata.namespace', `is in the namespace ${shown(namespace)}`) : undefined;
  }),
});
