import { monitorsOfServices } from '../../analysis/monitored-services';
import { Severity } from '../../findings/severity';
import { listAt, namespaceOf, valueAt } from '../../kubernetes/object';
import { nsa, owasp } from '../../standards';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

/** A monitor of other namespaces is not judged: they are often in other manifests. */
export const danglingServiceMonitor = rule({
  id: 'dangling-service-monitor',
  title: 'ServiceMonitor that selects no Service',
  severity: Severity.LOW,
  domain: 'service',
  why: 'Nothing is measured, so that no alert fires when the application fails or is attacked.',
  fix: 'Make spec.selector match the labels of the Service.',
  standards: [nsa('audit-logging'), owasp('K05')],
  equivalents: {
    'kube-linter': ['dangling-servicemonitor'],
  },
  default: false,
  check: inApplication(['ServiceMonitor'], (monitor, application) => {
    const elsewhere = valueAt(monitor, 'spec', 'namespaceSelector', 'any') === true
      || listAt(monitor, 'spec', 'namespaceSelector', 'matchNames').some((name) => name !== namespaceOf(monitor));
    return elsewhere || application.fact(monitorsOfServices).has(monitor)
      ? undefined : fault('spec.selector', 'selects no Service of its namespace in the manifests');
  }),
});
