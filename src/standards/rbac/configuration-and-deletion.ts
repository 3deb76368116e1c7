import { DangerousPermission } from './dangerous-permission';

/** Permissions that change what other workloads read, or that destroy. */
export const CONFIGURATION_AND_DELETION_PERMISSIONS: readonly DangerousPermission[] = [
  {
    rule: 'rbac-config-map-write',
    verbs: ['update', 'patch'],
    apiGroups: [''],
    resources: ['configmaps'],
    harmlessWhenNamed: true,
    attack: 'an attacker changes the configuration, and with it often the scripts and trusted addresses, of every other workload of the namespace',
    sources: ['https://kubernetes.io/docs/concepts/configuration/configmap/', 'https://attack.mitre.org/techniques/T1565/'],
  },
  {
    rule: 'rbac-destructive-deletion',
    verbs: ['delete', 'deletecollection'],
    apiGroups: ['', 'apps', 'batch'],
    resources: [
      'secrets', 'pods', 'services', 'deployments', 'daemonsets', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs',
    ],
    harmlessWhenNamed: true,
    attack: 'an attacker stops every workload of the namespace and deletes the Secrets it would need to start again',
    sources: ['https://attack.mitre.org/techniques/T1485/', 'https://attack.mitre.org/techniques/T1489/'],
  },
  {
    rule: 'rbac-event-deletion',
    verbs: ['delete', 'deletecollection'],
    apiGroups: [''],
    resources: ['pods/log'],
    attack: 'an attacker means to remove the log of what they did',
    sources: ['https://attack.mitre.org/techniques/T1070/'],
  },
];
