import { objectNamed } from '../../analysis/named-objects';
import { Severity } from '../../findings/severity';
import { namespaceOf, textAt } from '../../kubernetes/object';
import { POD_BEARING_KINDS } from '../../kubernetes/pod';
import { fault, inApplication } from '../check';
import { rule } from '../rule';

export const missingOwnerLabel = rule({
  id: 'missing-owner-label',
  title: 'Workload without an owner',
  severity: Severity.LOW,
  domain: 'object',
  why: 'In an incident nobody knows whom to call, and what nobody owns is not updated.',
  fix: 'Label the Namespace, or the workload itself, owner: and the name of the team.',
  equivalents: {
    'kube-linter': ['required-label-owner'],
  },
  default: false,
  check: inApplication(POD_BEARING_KINDS, (object, application) => {
    const namespace = objectNamed(application, 'Namespace', undefined, namespaceOf(object) ?? '');
    return [object, namespace].some((each) => textAt(each, 'metadata', 'labels', 'owner'))
      ? undefined : fault('metadata.labels.owner', 'has no label owner, nor has its Namespace');
  }),
});
