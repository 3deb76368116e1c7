import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { mapAt } from '../../kubernetes/object';
import { nsa, owasp, pss } from '../../standards';
import { all, fault, perPod, shown } from '../check';
import { rule } from '../rule';
import { everyPodAndContainer, field } from '../vocabulary';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

const byField = everyPodAndContainer(field('securityContext.appArmorProfile.type').isAbsentOr('RuntimeDefault', 'Localhost'));

/** The annotations from before 1.30, which API servers still heed. Their keys end in names of containers, so no field path names them. */
const byAnnotation = perPod(
  (pod) => Object.entries(mapAt(pod.metadata, 'annotations') ?? {})
    .filter(([key, profile]) => key.startsWith(PREFIX) && !(typeof profile === 'string' && /^(runtime\/default|localhost\/.*|)$/s.test(profile)))
    .map(([key, profile]) => fault(fieldPath('metadata', ['annotations', key]), `sets the annotation ${key} to ${shown(profile)}`)),
  {
    holds: `variables.podMetadata.?annotations.orValue({}).all(key, !key.startsWith('${PREFIX}')
      || variables.podMetadata.annotations[key] in ['', 'runtime/default']
      || variables.podMetadata.annotations[key].startsWith('localhost/'))`,
    message: `annotations ${PREFIX}* of the pod must be runtime/default or localhost/*`,
  },
);

export const apparmorUnconfined = rule({
  id: 'apparmor-unconfined',
  title: 'AppArmor switched off',
  severity: Severity.HIGH,
  domain: 'pod-security',
  why: 'Without its profile the container may mount, trace and write where AppArmor would have stopped it.',
  fix: 'Remove appArmorProfile and the AppArmor annotations, or set RuntimeDefault or Localhost.',
  standards: [pss.baseline('appArmorProfile'), nsa('hardening-container-environments'), owasp('K01')],
  equivalents: {
    kubesec: ['ApparmorUnconfined'],
    trivy: ['KSV-0002'],
    kyverno: ['restrict-apparmor-profiles'],
    pss: ['baseline:appArmorProfile'],
  },
  check: all(byField, byAnnotation),
});
