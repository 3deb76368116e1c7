import { Severity } from '../../findings/severity';
import { all } from '../check';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

export const missingStorageClass = rule({
  id: 'missing-storage-class',
  title: 'Volume claim without a storage class',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'The default of the cluster decides about encryption, backup and whether data outlives the claim, and differs between clusters.',
  fix: 'Set storageClassName in the claim, also in every item of volumeClaimTemplates.',
  equivalents: {
    kyverno: ['require-storageclass'],
  },
  default: false,
  check: all(
    everyObject(['PersistentVolumeClaim'], field('spec.storageClassName').isPresent()),
    everyObject(['StatefulSet'], field('spec.volumeClaimTemplates[].spec.storageClassName').isPresent()),
  ),
});
