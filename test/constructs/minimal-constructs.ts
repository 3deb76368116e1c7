import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { deployment } from './workload/application';
import * as bulwark from '../../src';

/** Every exported construct, with the least that it can be given. */
export const MINIMAL: Record<string, (chart: Chart) => Construct> = {
  SecureNamespace: (chart) => new bulwark.SecureNamespace(chart, 'it', { owner: 'team-checkout' }),
  HardenedDeployment: (chart) => new bulwark.HardenedDeployment(chart, 'it', {
    image: bulwark.Image.of(`registry.example.com/shop/api@sha256:${'0'.repeat(63)}1`), port: 8080, health: bulwark.Health.http({ live: '/livez', ready: '/readyz' }),
  }),
  LeastPrivilegeServiceAccount: (chart) => new bulwark.LeastPrivilegeServiceAccount(chart, 'it'),
  PriorityClass: (chart) => new bulwark.PriorityClass(chart, 'it', { value: 1000 }),
  TlsIngress: (chart) => new bulwark.TlsIngress(chart, 'it', {
    host: 'shop.example.com', service: deployment(chart).service!, certificate: kplus.Secret.fromSecretName(chart, 'certificate', 'shop-tls'),
  }),
};
