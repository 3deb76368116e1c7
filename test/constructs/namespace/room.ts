import { Chart } from 'cdk8s';
import { NamespaceQuota, NamespaceQuotaOptions } from '../../../src';
import { chartIn, secureNamespace } from '../workload/application';

/** A namespace with room for everything but what the test is about. */
export function roomFor(options: NamespaceQuotaOptions): Chart {
  const chart = chartIn('shop');
  secureNamespace(chart, {
    quota: NamespaceQuota.of({
      requestsCpu: '100',
      limitsCpu: '100',
      requestsMemory: '1Ti',
      limitsMemory: '1Ti',
      requestsEphemeralStorage: '1Ti',
      limitsEphemeralStorage: '1Ti',
      ...options,
    }),
    acknowledgements: [{ rule: 'quota-allows-exposed-services', reason: 'SEC-9' }],
  });
  return chart;
}
