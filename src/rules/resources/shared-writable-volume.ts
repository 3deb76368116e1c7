import { Severity } from '../../findings/severity';
import { all } from '../check';
import { rule } from '../rule';
import { everyObject, field } from '../vocabulary';

const MODES = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany'];

export const sharedWritableVolume = rule({
  id: 'shared-writable-volume',
  title: 'Volume that several nodes may write',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'Who takes over one of the pods changes what all the others read, and two writers at once corrupt most applications\' files.',
  fix: 'Set accessModes to [ReadWriteOnce], or [ReadWriteOncePod]; share data through a service instead of a disk.',
  equivalents: {
    kubesec: ['VolumeClaimAccessModeReadWriteOnce'],
    kyverno: ['enforce-readwriteonce-pod'],
  },
  check: all(
    everyObject(['PersistentVolumeClaim'], field('spec.accessModes[]').is(...MODES)),
    everyObject(['StatefulSet'], field('spec.volumeClaimTemplates[].spec.accessModes[]').is(...MODES)),
  ),
});
