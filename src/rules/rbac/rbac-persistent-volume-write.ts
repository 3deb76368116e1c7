import { noRoleAllows } from './permission';
import { Severity } from '../../findings/severity';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { rule } from '../rule';

export const rbacPersistentVolumeWrite = rule({
  id: 'rbac-persistent-volume-write',
  title: 'Role that writes PersistentVolumes',
  severity: Severity.HIGH,
  domain: 'rbac',
  why: 'An attacker makes a PersistentVolume of a host directory, which Pod Security does not see, and owns the disk of the node.',
  fix: 'Use PersistentVolumeClaims, and remove create, update and patch on persistentvolumes.',
  standards: [cis('5.1.9'), nsa('role-based-access-control'), owasp('K03')],
  equivalents: {
    kubescape: ['C-0278'],
  },
  check: noRoleAllows('rbac-persistent-volume-write'),
});
