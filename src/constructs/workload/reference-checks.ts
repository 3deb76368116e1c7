import * as kplus from 'cdk8s-plus-27';
import { IConstruct } from 'constructs';
import { ApplicationObjects } from '../validation/application-objects';
import { PropCheck } from '../validation/prop-check';

interface Reference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name?: string;
  readonly prop: string;
}

/**
 * Secrets and ConfigMaps that a pod cannot start without, and that neither the application makes in the
 * pod's namespace nor somebody imported by name.
 */
export function referenceChecks(scope: IConstruct, namespace: string | undefined, spec: kplus.k8s.PodSpec): PropCheck[] {
  const references = [
    ...(spec.imagePullSecrets ?? []).map(({ name }): Reference => ({ kind: 'Secret', name, prop: 'imagePullSecrets' })),
    ...(spec.volumes ?? []).flatMap(volumeReferences),
    ...[...spec.initContainers ?? [], ...spec.containers].flatMap(containerReferences),
  ];
  const objects = ApplicationObjects.of(scope);
  return references.filter(({ name }) => name !== undefined && name !== 'kube-root-ca.crt').map(({ kind, name, prop }) => ({
    when: !objects.provides(kind, namespace, name!), prop, given: `${kind} ${name}`,
    allowed: `one that the application makes in the namespace of the pods, or kplus.${kind}.from${kind}Name() for one that is there`,
    because: 'the pods would wait for it and never start',
  }));
}

function volumeReferences({ name, secret, configMap }: kplus.k8s.Volume): Reference[] {
  return [
    ...secret && !secret.optional ? [{ kind: 'Secret' as const, name: secret.secretName, prop: `volumes[${name}]` }] : [],
    ...configMap && !configMap.optional ? [{ kind: 'ConfigMap' as const, name: configMap.name, prop: `volumes[${name}]` }] : [],
  ];
}

function containerReferences(container: kplus.k8s.Container): Reference[] {
  const prop = `containers[${container.name}]`;
  const sources = [
    ...(container.env ?? []).map(({ name, valueFrom }) => ({ at: `${prop}.env[${name}]`, secret: valueFrom?.secretKeyRef, configMap: valueFrom?.configMapKeyRef })),
    ...(container.envFrom ?? []).map(({ secretRef, configMapRef }) => ({ at: `${prop}.envFrom`, secret: secretRef, configMap: configMapRef })),
  ];
  return sources.flatMap(({ at, secret, configMap }) => [
    ...secret && !secret.optional ? [{ kind: 'Secret' as const, name: secret.name, prop: at }] : [],
    ...configMap && !configMap.optional ? [{ kind: 'ConfigMap' as const, name: configMap.name, prop: at }] : [],
  ]);
}
