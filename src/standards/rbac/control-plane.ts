import { DangerousPermission } from './dangerous-permission';

const GOOD_PRACTICES = 'https://kubernetes.io/docs/concepts/security/rbac-good-practices';
const WRITE = ['create', 'update', 'patch'];

/** Permissions that change how the cluster itself decides, or what it remembers. */
export const CONTROL_PLANE_PERMISSIONS: readonly DangerousPermission[] = [
  {
    rule: 'rbac-webhook-write',
    verbs: [...WRITE, 'delete', 'deletecollection'],
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    attack: 'an attacker reads and rewrites every object that enters the cluster, Secrets included, or removes the guard that would have refused it',
    sources: [`${GOOD_PRACTICES}/#control-admission-webhooks`, 'CIS 5.1.12'],
  },
  {
    rule: 'rbac-admission-policy-write',
    verbs: [...WRITE, 'delete', 'deletecollection'],
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'],
    attack: 'an attacker rewrites objects on their way into the cluster, or switches off the policies that would have refused them',
    sources: [
      'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
      'https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/',
    ],
  },
  {
    rule: 'rbac-api-service-write',
    verbs: WRITE,
    apiGroups: ['apiregistration.k8s.io'],
    resources: ['apiservices'],
    attack: 'an attacker becomes the server of a part of the API and receives the requests, and the credentials, sent to it (CVE-2022-3172)',
    sources: [
      'https://github.com/kubernetes/kubernetes/issues/112513',
      'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/',
    ],
  },
  {
    rule: 'rbac-custom-resource-definition-write',
    verbs: [...WRITE, 'delete', 'deletecollection'],
    apiGroups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions'],
    attack: 'an attacker reads and rewrites custom resources in a conversion webhook; deleting a definition deletes every object of its kind',
    sources: ['https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion'],
  },
  {
    rule: 'rbac-namespace-write',
    verbs: [...WRITE, 'delete'],
    apiGroups: [''],
    resources: ['namespaces', 'namespaces/status', 'namespaces/finalize'],
    attack: 'an attacker lifts Pod Security from a namespace by its labels, or slips through NetworkPolicies that select namespaces by label',
    sources: [`${GOOD_PRACTICES}/#namespace-modification`],
  },
  {
    rule: 'rbac-system-config-map-write',
    verbs: ['update', 'patch', 'delete'],
    apiGroups: [''],
    resources: ['configmaps'],
    namespaces: ['kube-system'],
    resourceNames: ['coredns', 'aws-auth', 'extension-apiserver-authentication', 'kube-root-ca.crt', 'kubeadm-config', 'kubelet-config', 'kube-proxy'],
    attack: 'an attacker redirects the DNS of the cluster, maps a cloud identity to cluster-admin, or replaces what components trust',
    sources: [
      'https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/',
      'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
      'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/',
    ],
  },
  {
    rule: 'rbac-system-lease-write',
    verbs: [...WRITE, 'delete', 'deletecollection'],
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    namespaces: ['kube-system', 'kube-node-lease'],
    attack: 'an attacker takes the leadership from scheduler and controllers, or keeps dead nodes alive, and stops the cluster from healing',
    sources: ['https://kubernetes.io/docs/concepts/architecture/leases/'],
  },
  {
    rule: 'rbac-priority-class-write',
    verbs: WRITE,
    apiGroups: ['scheduling.k8s.io'],
    resources: ['priorityclasses'],
    attack: 'an attacker gives their pods a priority that pushes everybody else off the nodes',
    sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  },
  {
    rule: 'rbac-device-write',
    verbs: WRITE,
    apiGroups: ['resource.k8s.io'],
    resources: ['resourceslices', 'deviceclasses', 'devicetaintrules', 'resourceclaims', 'resourceclaims/status', 'resourceclaimtemplates'],
    attack: 'an attacker claims devices with administrator access, or offers devices that are not there, and reaches the data of other workloads on them',
    sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#admin-access'],
  },
  {
    rule: 'rbac-confused-deputy',
    verbs: WRITE,
    apiGroups: [
      'kustomize.toolkit.fluxcd.io', 'helm.toolkit.fluxcd.io', 'argoproj.io', 'tekton.dev', 'cert-manager.io', 'external-secrets.io',
      'kyverno.io', 'policies.kyverno.io', 'velero.io', 'apiextensions.crossplane.io', 'pkg.crossplane.io', 'operators.coreos.com',
      'kubevirt.io', 'karpenter.sh', 'karpenter.k8s.aws', 'monitoring.coreos.com',
    ],
    resources: [
      'kustomizations', 'helmreleases', 'applications', 'applicationsets', 'appprojects', 'workflows', 'cronworkflows', 'workflowtemplates',
      'clusterworkflowtemplates', 'tasks', 'taskruns', 'pipelines', 'pipelineruns', 'certificates', 'certificaterequests', 'issuers', 'clusterissuers',
      'externalsecrets', 'clusterexternalsecrets', 'secretstores', 'clustersecretstores', 'pushsecrets', 'policies', 'clusterpolicies',
      'policyexceptions', 'mutatingpolicies', 'generatingpolicies', 'restores', 'compositions', 'compositeresourcedefinitions', 'providers',
      'functions', 'subscriptions', 'clusterserviceversions', 'operatorgroups', 'virtualmachines', 'virtualmachineinstances', 'nodepools',
      'ec2nodeclasses', 'servicemonitors', 'podmonitors', 'probes', 'scrapeconfigs', 'prometheuses', 'alertmanagers',
    ],
    attack: 'an attacker writes an order that an operator with far more rights carries out for them',
    sources: ['https://kubernetes.io/docs/concepts/extend-kubernetes/operator/', 'https://cwe.mitre.org/data/definitions/441.html'],
  },
  {
    rule: 'rbac-event-deletion',
    verbs: ['delete', 'deletecollection'],
    apiGroups: ['', 'events.k8s.io'],
    resources: ['events'],
    attack: 'an attacker removes the traces of what they did',
    sources: ['https://attack.mitre.org/techniques/T1070/'],
  },
  {
    rule: 'rbac-mass-deletion',
    verbs: ['deletecollection'],
    attack: 'an attacker deletes all objects of a kind with one request, which no list of names can narrow',
    sources: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources', 'https://attack.mitre.org/techniques/T1485/'],
  },
  {
    rule: 'rbac-mass-deletion',
    verbs: ['delete'],
    namespaces: [],
    harmlessWhenNamed: true,
    attack: 'an attacker deletes objects of every namespace, those of other teams included',
    sources: ['https://attack.mitre.org/techniques/T1485/'],
  },
];
