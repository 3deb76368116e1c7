import { indented, repeated } from './containers';
import { Random } from './random';
import { Identity, metadata } from './workloads';

export function service(identity: Identity, name: string): string {
  return `apiVersion: v1
kind: Service
${metadata(identity, name)}spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: ${identity.app}
    app.kubernetes.io/instance: ${identity.app}
  ports:
    - { name: http, port: 80, targetPort: http, protocol: TCP }
    - name: metrics
      port: 9090
      targetPort: 9090
`;
}

export function networkPolicy(identity: Identity, name: string, random: Random): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata(identity, name)}spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/instance: ${identity.app}
  policyTypes: ["Ingress", "Egress"]
  ingress:
    - from:
${repeated(1 + random.below(3), () => `        - podSelector:\n            matchLabels: { app.kubernetes.io/instance: ${identity.namespace}-app-${random.below(20)} }\n`)}      ports:
        - { port: 8080, protocol: TCP }
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
      ports:
        - { port: 53, protocol: UDP }
        - { port: 53, protocol: TCP }
`;
}

export function role(identity: Identity, random: Random): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
${metadata(identity, identity.app)}rules:
${repeated(1 + random.below(4), (at) => `  - apiGroups: ["${random.pick(['', 'apps', 'batch', 'example.com'])}"]
    resources: [${identity.care === 'careless' ? '"secrets"' : `"widgets${at}"`}, "endpoints"]
    verbs: ["get", "list", "watch"]
`)}`;
}

/** What stands beside some workloads: one object each. */
export const COMPANIONS: readonly ((identity: Identity, random: Random) => string)[] = [
  (identity) => `apiVersion: v1
kind: ServiceAccount
${metadata(identity, identity.app)}automountServiceAccountToken: ${identity.care !== 'hardened'}
`,
  (identity, random) => `apiVersion: v1
kind: ConfigMap
${metadata(identity, identity.app)}data:
  application.yaml: |
    server:
      port: 8080
${indented(repeated(3 + random.below(12), (at) => `feature-${at}:\n  enabled: ${random.chance(50)}\n  limit: ${random.below(1000)}\n`), 4)}  log-level: "info"
`,
  (identity) => `apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata(identity, identity.app)}spec:
  maxUnavailable: 1
${identity.care === 'hardened' ? '  unhealthyPodEvictionPolicy: AlwaysAllow\n' : ''}  selector:
    matchLabels:
      app.kubernetes.io/instance: ${identity.app}
`,
  (identity) => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
${metadata(identity, identity.app)}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${identity.app}
subjects:
  - kind: ServiceAccount
    name: ${identity.app}
    namespace: ${identity.namespace}
`,
  (identity, random) => `apiVersion: networking.k8s.io/v1
kind: Ingress
${metadata(identity, identity.app)}spec:
  ingressClassName: nginx
${identity.care === 'careless' ? '' : `  tls:\n    - hosts: ["${identity.app}.example.com"]\n      secretName: ${identity.app}-tls\n`}  rules:
    - host: ${identity.app}.example.com
      http:
        paths:
${repeated(1 + random.below(4), (at) => `          - path: /api/v${at}
            pathType: Prefix
            backend:
              service:
                name: ${identity.app}
                port:
                  name: http
`)}`,
  (identity) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${metadata(identity, identity.app)}spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${identity.app}
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: 80 }
`,
];
