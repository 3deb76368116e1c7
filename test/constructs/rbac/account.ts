import { App, Chart, ChartProps, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Grant } from '../../../src/constructs/rbac/grant';
import { LeastPrivilegeServiceAccount, LeastPrivilegeServiceAccountProps } from '../../../src/constructs/rbac/least-privilege-service-account';
import { Verb } from '../../../src/constructs/rbac/verb';

export const chartOf = (props: ChartProps = { namespace: 'shop' }): Chart => new Chart(new App(), 'chart', props);

/** An account `api` in namespace `shop`. */
export function accountWith(grants: Grant[], props: LeastPrivilegeServiceAccountProps = {}, chart = chartOf()): LeastPrivilegeServiceAccount {
  return new LeastPrivilegeServiceAccount(chart, 'api', { metadata: { name: 'api' }, ...props, grants });
}

export const manifestsOf = (account: LeastPrivilegeServiceAccount): any[] => Testing.synth(Chart.of(account));

/** The lines of the one error that synthesis ends with. */
export function errorsOf(account: kplus.Resource): string[] {
  try {
    Testing.synth(Chart.of(account));
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.trim());
  }
  return [];
}

/** A grant in words: `get,list nodes/proxy`, `create deployments.apps`. */
export function grantOf(words: string, rest: Partial<Grant> = {}): Grant {
  const [verbs, what] = words.split(' ');
  const [, resourceType, apiGroup = ''] = /^([^.]*)\.?(.*)$/.exec(what) ?? [];
  return { resource: kplus.ApiResource.custom({ apiGroup, resourceType }), verbs: verbs.split(',') as Verb[], ...rest };
}
