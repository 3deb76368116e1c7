import { everyMountedObject } from './mounted-object';
import { Severity } from '../../findings/severity';
import { rule } from '../rule';

export const mountedVolumeClaim = rule({
  id: 'mounted-volume-claim',
  title: 'Workload mounts a PersistentVolumeClaim of the manifests',
  severity: Severity.LOW,
  domain: 'secrets',
  why: 'Whoever breaks into the workload reads and changes the data of the volume; an inventory of what it holds.',
  fix: 'Keep the claims that the workload needs, read-only where it does not write.',
  equivalents: {
    kubescape: ['C-0257'],
  },
  default: false,
  check: everyMountedObject('PersistentVolumeClaim'),
});
