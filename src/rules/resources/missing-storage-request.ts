import { amountMissing } from './declared-amount';
import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { isMap, listAt } from '../../kubernetes/object';
import { nsa } from '../../standards';
import { fault, perObject } from '../check';
import { rule } from '../rule';

const REQUEST = ['spec', 'resources', 'requests', 'storage'];

export const missingStorageRequest = rule({
  id: 'missing-storage-request',
  title: 'Volume claim without a size',
  severity: Severity.LOW,
  domain: 'resources',
  why: 'A claim that does not say how much it needs is refused, or bound to whatever volume is at hand, and escapes every quota.',
  fix: 'Set resources.requests.storage in the claim, also in every item of volumeClaimTemplates.',
  standards: [nsa('resource-policies')],
  equivalents: {
    kubesec: ['VolumeClaimRequestsStorage'],
  },
  check: perObject(['PersistentVolumeClaim', 'StatefulSet'], (object) => {
    if (object.kind === 'PersistentVolumeClaim') { return amountMissing(object, ...REQUEST); }
    return listAt(object, 'spec', 'volumeClaimTemplates').flatMap((template, index) => {
      const base = fieldPath('', ['spec', 'volumeClaimTemplates', index]);
      if (!isMap(template)) { return [fault(base, `has no claim in ${base}`)]; }
      const found = amountMissing(template, ...REQUEST);
      return found ? [fault(`${base}.${found.path}`, `${found.does} in ${base}`)] : [];
    });
  }),
});
