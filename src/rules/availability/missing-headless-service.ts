import { objectNamed } from '../../analysis/named-objects';
import { Severity } from '../../findings/severity';
import { describeObject, mapAt, namespaceOf, textAt, textsAt, valueAt } from '../../kubernetes/object';
import { podOf } from '../../kubernetes/pod';
import { matchesSelector } from '../../kubernetes/selector';
import { fault, inApplication, shown } from '../check';
import { rule } from '../rule';

export const missingHeadlessService = rule({
  id: 'missing-headless-service',
  title: 'StatefulSet without its headless Service',
  severity: Severity.LOW,
  domain: 'availability',
  why: 'The pods have no names of their own in DNS, so that the members of a database or a queue cannot find each other.',
  fix: 'Let spec.serviceName name a Service in the same namespace with clusterIP None that selects the pods.',
  equivalents: {
    'kube-score': ['statefulset-has-servicename'],
  },
  check: inApplication(['StatefulSet'], (set, application) => {
    const name = textAt(set, 'spec', 'serviceName');
    if (!name) { return fault('spec.serviceName', `sets spec.serviceName to ${shown(valueAt(set, 'spec', 'serviceName') ?? '')}`); }
    const service = objectNamed(application, 'Service', namespaceOf(set), name);
    const problem = !service ? 'which is not among the objects of its namespace'
      : valueAt(service, 'spec', 'clusterIP') !== 'None' ? `but ${describeObject(service)} is not headless`
        : mapAt(service, 'spec', 'selector') && matchesSelector({ matchLabels: textsAt(service, 'spec', 'selector') }, textsAt(podOf(set)?.metadata, 'labels'))
          ? undefined : `but ${describeObject(service)} does not select its pods`;
    return problem === undefined ? undefined : fault('spec.serviceName', `sets spec.serviceName to ${shown(name)}, ${problem}`);
  }),
});
