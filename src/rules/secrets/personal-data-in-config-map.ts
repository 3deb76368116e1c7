import { personalDataIn } from './recognition/personal-data';
import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { mapAt } from '../../kubernetes/object';
import { owasp } from '../../standards/owasp';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

export const personalDataInConfigMap = rule({
  id: 'personal-data-in-config-map',
  title: 'Personal data in a ConfigMap',
  severity: Severity.LOW,
  domain: 'secrets',
  why: 'Personal data in a ConfigMap is readable by everybody who may look into the namespace, and stays in the history of Git.',
  fix: 'Keep personal data in the database of the application.',
  standards: [owasp('K08')],
  equivalents: {
    trivy: ['KSV-01010'],
  },
  check: perObject(['ConfigMap'], (configMap) => Object.entries(mapAt(configMap, 'data') ?? {}).flatMap(([key, value]) => {
    const data = typeof value === 'string' ? personalDataIn(key, value) : undefined;
    return data ? [fault(fieldPath('data', [key]), `holds ${data} in ${shown(key)}`)] : [];
  })),
});
