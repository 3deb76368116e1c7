import { objectNamed } from '../../analysis/named-objects';
import { Severity } from '../../findings/severity';
import { namespaceOf, textAt } from '../../kubernetes/object';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const danglingAutoscaler = rule({
  id: 'dangling-autoscaler',
  title: 'Autoscaler of nothing',
  severity: Severity.MEDIUM,
  domain: 'availability',
  why: 'The HorizontalPodAutoscaler scales nothing, so that the workload it was meant for breaks down under load.',
  fix: 'Let spec.scaleTargetRef name apiVersion, kind and name of a workload in the namespace of the HorizontalPodAutoscaler.',
  equivalents: {
    'kube-linter': ['dangling-horizontalpodautoscaler'],
    'kube-score': ['horizontalpodautoscaler-has-target'],
    'kubescape': ['C-0300'],
    'kyverno': ['check-hpa-exists'],
  },
  check: inApplication(['HorizontalPodAutoscaler'], (autoscaler, application) => {
    const [apiVersion = '', kind = '', name = ''] = ['apiVersion', 'kind', 'name'].map((each) => textAt(autoscaler, 'spec', 'scaleTargetRef', each));
    const target = objectNamed(application, kind, namespaceOf(autoscaler), name);
    if (target && groupOf(target.apiVersion) === groupOf(apiVersion)) { return undefined; }
    return fault('spec.scaleTargetRef', `targets ${apiVersion} ${kind} ${JSON.stringify(name)}, which is not among the objects of its namespace`);
  }),
});

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}
