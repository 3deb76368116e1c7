import { secretInFile } from './recognition/secret-in-file';
import { Severity } from '../../findings/severity';
import { fieldPath } from '../../kubernetes/field-path';
import { mapAt } from '../../kubernetes/object';
import { cis } from '../../standards/cis';
import { nsa } from '../../standards/nsa';
import { owasp } from '../../standards/owasp';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

export const secretInConfigMap = rule({
  id: 'secret-in-config-map',
  title: 'Secret in a ConfigMap',
  severity: Severity.HIGH,
  domain: 'secrets',
  why: 'ConfigMaps are read by everybody who may look into the namespace, are not encrypted at rest and stand in Git.',
  fix: 'Move the value to a Secret that is not in Git, and mount it as a file.',
  standards: [cis('5.4.2'), nsa('secrets'), owasp('K08')],
  equivalents: {
    polaris: ['sensitiveConfigmapContent'],
    trivy: ['KSV-0109'],
    kubescape: ['C-0012'],
  },
  check: perObject(['ConfigMap'], (configMap) => Object.entries(mapAt(configMap, 'data') ?? {}).flatMap(([key, value]) => {
    const secret = typeof value === 'string' ? secretInFile(key, value) : undefined;
    return secret ? [fault(fieldPath('data', [key]), `holds ${secret} in ${shown(key)}`)] : [];
  })),
});
