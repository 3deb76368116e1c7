import { everyMountedObject } from './mounted-object';
import { Severity } from '../../findings/severity';
import { rule } from '../rule';

export const mountedConfigMap = rule({
  id: 'mounted-config-map',
  title: 'Workload mounts a ConfigMap of the manifests',
  severity: Severity.LOW,
  domain: 'secrets',
  why: 'Whoever breaks into the workload reads its configuration; an inventory of what it holds.',
  fix: 'Keep the ConfigMaps that the workload needs, and no secrets in them.',
  equivalents: {
    kubescape: ['C-0258'],
  },
  default: false,
  check: everyMountedObject('ConfigMap'),
});
