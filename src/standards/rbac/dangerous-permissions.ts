import { CONFIGURATION_AND_DELETION_PERMISSIONS } from './configuration-and-deletion';
import { CONTROL_PLANE_PERMISSIONS } from './control-plane';
import { CREDENTIAL_PERMISSIONS } from './credentials';
import { DangerousPermission } from './dangerous-permission';
import { NETWORK_AND_STORAGE_PERMISSIONS } from './network-and-storage';
import { WORKLOAD_PERMISSIONS } from './workloads';

/** Every permission that is refused without a reason. */
export const DANGEROUS_PERMISSIONS: readonly DangerousPermission[] = [
  ...CREDENTIAL_PERMISSIONS,
  ...WORKLOAD_PERMISSIONS,
  ...NETWORK_AND_STORAGE_PERMISSIONS,
  ...CONTROL_PLANE_PERMISSIONS,
  ...CONFIGURATION_AND_DELETION_PERMISSIONS,
];
