import * as kplus from 'cdk8s-plus-27';

/** Where client libraries look for token, CA and namespace. @see https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const MOUNT_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const VOLUME_NAME = 'service-account-token';

export interface ServiceAccountToken {
  readonly audience?: string;
  readonly expirationSeconds: number;
}

/**
 * A token that is bound to the pod, expires, and names its audience; CA and namespace lie beside it, so
 * that client libraries find all they expect. The kubelet renews it.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken
 */
export function tokenVolume(token: ServiceAccountToken): kplus.k8s.Volume {
  return {
    name: VOLUME_NAME,
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: token.expirationSeconds, audience: token.audience } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardApi: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  };
}

export function tokenMount(): kplus.k8s.VolumeMount {
  return { name: VOLUME_NAME, mountPath: MOUNT_PATH, readOnly: true };
}
