import { isAmount } from './declared-amount';
import { Severity } from '../../findings/severity';
import { valueAt } from '../../kubernetes/object';
import { parseQuantity } from '../../kubernetes/quantity';
import { nsa } from '../../standards';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

export const overcommittedMemory = rule({
  id: 'overcommitted-memory',
  title: 'Memory limit far above the request',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'The node counts on the request; when several containers use what their limits allow, the kernel picks what to kill.',
  fix: 'Keep resources.limits.memory within two and a half times resources.requests.memory.',
  standards: [nsa('resource-policies')],
  equivalents: {
    kyverno: ['enforce-resources-as-ratio'],
  },
  default: false,
  check: perContainer(({ spec }) => {
    const request = valueAt(spec, 'resources', 'requests', 'memory');
    const limit = valueAt(spec, 'resources', 'limits', 'memory');
    if (!isAmount(request) || !isAmount(limit) || 2n * parseQuantity(limit)! <= 5n * parseQuantity(request)!) { return undefined; }
    return fault('resources.limits.memory', `sets resources.limits.memory to ${shown(limit)}, over 2.5 times the request of ${shown(request)}`);
  }),
});
