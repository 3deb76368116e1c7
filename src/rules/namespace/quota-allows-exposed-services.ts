import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { valueAt } from '../../kubernetes/object';
import { parseQuantity } from '../../kubernetes/quantity';
import { nsa, owasp } from '../../standards';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

const OPENS = ['services.nodeports', 'services.loadbalancers'];

export const quotaAllowsExposedServices = rule({
  id: 'quota-allows-exposed-services',
  title: 'Quota that allows exposed Services',
  severity: Severity.LOW,
  domain: 'namespace',
  why: 'Anybody who may create a Service here can put pods on the network past the Ingress.',
  fix: 'Set services.nodeports and services.loadbalancers to "0".',
  standards: [nsa('resource-policies'), owasp('K07')],
  check: perObject(['ResourceQuota'], (quota) => OPENS.flatMap((resource) => {
    const limit = valueAt(quota, 'spec', 'hard', resource);
    return limit === undefined || parseQuantity(limit) === 0n
      ? [] : [fault(fieldPath('spec.hard', [resource]), `allows ${shown(limit)} ${resource}`)];
  })),
});
