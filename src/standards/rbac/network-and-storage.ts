import { DangerousPermission } from './dangerous-permission';

/** Permissions that redirect traffic or reach the data of others. */
export const NETWORK_AND_STORAGE_PERMISSIONS: readonly DangerousPermission[] = [
  {
    rule: 'rbac-network-policy-write',
    verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
    apiGroups: ['networking.k8s.io', 'policy.networking.k8s.io', 'cilium.io', 'projectcalico.org', 'crd.projectcalico.org'],
    resources: [
      'networkpolicies', 'adminnetworkpolicies', 'baselineadminnetworkpolicies', 'clusternetworkpolicies',
      'ciliumnetworkpolicies', 'ciliumclusterwidenetworkpolicies', 'globalnetworkpolicies',
    ],
    attack: 'an attacker opens the network between workloads that are kept apart',
    sources: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  },
  {
    rule: 'rbac-endpoint-write',
    verbs: ['create', 'update', 'patch'],
    apiGroups: ['', 'discovery.k8s.io'],
    resources: ['endpoints', 'endpointslices'],
    attack: 'an attacker points a Service at addresses of their choice, in other namespaces too, and receives or relays its traffic (CVE-2021-25740)',
    sources: ['https://github.com/kubernetes/kubernetes/issues/103675'],
  },
  {
    rule: 'rbac-service-write',
    verbs: ['create', 'update', 'patch'],
    apiGroups: [''],
    resources: ['services', 'services/status'],
    attack: 'an attacker claims an address with externalIPs or a load balancer status and intercepts the traffic to it (CVE-2020-8554), or redirects a Service',
    sources: ['https://github.com/kubernetes/kubernetes/issues/97076'],
  },
  {
    rule: 'rbac-ingress-write',
    verbs: ['create', 'update', 'patch'],
    apiGroups: ['networking.k8s.io', 'gateway.networking.k8s.io'],
    resources: ['ingresses', 'gateways', 'httproutes', 'grpcroutes', 'tlsroutes', 'tcproutes', 'udproutes', 'referencegrants'],
    attack: 'an attacker exposes internal Services to the outside, and through annotations may take the ingress controller and every TLS key it holds (CVE-2021-25742)',
    sources: ['https://github.com/kubernetes/ingress-nginx/issues/7837', 'https://gateway-api.sigs.k8s.io/concepts/security-model/'],
  },
  {
    rule: 'rbac-persistent-volume-write',
    verbs: ['create', 'update', 'patch'],
    apiGroups: [''],
    resources: ['persistentvolumes'],
    attack: 'an attacker makes a PersistentVolume of a host directory, which Pod Security does not see, and owns the node\'s file system',
    sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation', 'CIS 5.1.9'],
  },
  {
    rule: 'rbac-storage-class-write',
    verbs: ['create', 'update', 'patch'],
    apiGroups: ['storage.k8s.io'],
    resources: ['storageclasses'],
    attack: 'an attacker lets a provisioner, which holds the rights of the storage system, create volumes with parameters of their choice',
    sources: ['https://kubernetes.io/docs/concepts/storage/storage-classes/'],
  },
  {
    rule: 'rbac-volume-snapshot',
    verbs: ['create', 'update', 'patch'],
    apiGroups: ['snapshot.storage.k8s.io', 'groupsnapshot.storage.k8s.io'],
    resources: ['volumesnapshots', 'volumesnapshotcontents', 'volumesnapshotclasses', 'volumegroupsnapshots', 'volumegroupsnapshotcontents'],
    attack: 'an attacker copies the volume of another workload and reads the copy',
    sources: ['https://kubernetes.io/docs/concepts/storage/volume-snapshots/'],
  },
];
