import { Care } from './care';
import { container, indented } from './containers';
import { Random } from './random';

/** What all objects of one application share. */
export interface Identity {
  readonly app: string;
  readonly namespace: string;
  readonly care: Care;
}

export function metadata({ app, namespace }: Identity, name: string, isNamespaced = true): string {
  return `metadata:
  name: ${name}
${isNamespaced ? `  namespace: ${namespace}\n` : ''}  labels:
    app.kubernetes.io/name: ${app}
    app.kubernetes.io/instance: ${app}
    app.kubernetes.io/version: "1.4"
    app.kubernetes.io/managed-by: Helm
    helm.sh/chart: ${app}-1.4.2
    owner: team-${namespace.slice(-1)}
`;
}

export function deployment(identity: Identity, random: Random): string {
  return `# Source: ${identity.app}/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
${metadata(identity, identity.app)}  annotations:
    checksum/config: "${random.below(1e9).toString(16)}${random.below(1e9).toString(16)}"
spec:
  replicas: ${identity.care === 'careless' ? 1 : 2 + random.below(4)}
  revisionHistoryLimit: 10
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 }
  selector:
    matchLabels:
      app.kubernetes.io/instance: ${identity.app}
  template:
${template(identity, random, 4)}`;
}

export function statefulSet(identity: Identity, random: Random): string {
  return `# Source: ${identity.app}/templates/statefulset.yaml
apiVersion: apps/v1
kind: StatefulSet
${metadata(identity, `${identity.app}-store`)}spec:
  serviceName: ${identity.app}
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/instance: ${identity.app}
  template:
${template(identity, random, 4)}  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: ${1 + random.below(20)}Gi
`;
}

export function cronJob(identity: Identity, random: Random): string {
  return `# Source: ${identity.app}/templates/cronjob.yaml
apiVersion: batch/v1
kind: CronJob
${metadata(identity, `${identity.app}-nightly`)}spec:
  schedule: "${random.below(60)} 3 * * *"
  concurrencyPolicy: Forbid
${identity.care === 'hardened' ? '  startingDeadlineSeconds: 600\n' : ''}  jobTemplate:
    spec:
      backoffLimit: 2
      template:
${template(identity, random, 8).replace(/^( *)spec:\n/m, '$1spec:\n$1  restartPolicy: OnFailure\n')}`;
}

function template({ app, care }: Identity, random: Random, indent: number): string {
  const containers = container('main', app, care, random) + (random.chance(40) ? container('sidecar', app, care, random) : '');
  return indented(`metadata:
  labels:
    app.kubernetes.io/name: ${app}
    app.kubernetes.io/instance: ${app}
    owner: team
spec:
  serviceAccountName: ${app}
${care === 'hardened' ? '  automountServiceAccountToken: false\n' : ''}${podSecurityContext(care)}  containers:
${indented(containers, 4)}  volumes:
    - name: tmp
      emptyDir: {}
    - name: config
      configMap:
        name: ${app}
        defaultMode: 0444
  terminationGracePeriodSeconds: 30
`, indent);
}

function podSecurityContext(care: Care): string {
  switch (care) {
    case 'hardened': return `  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          app.kubernetes.io/name: app
`;
    case 'usual': return `  securityContext:
    runAsNonRoot: true
    fsGroup: 1000
`;
    case 'careless': return '';
  }
}
