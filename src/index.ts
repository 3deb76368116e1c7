export { Acknowledgement } from './findings/acknowledgement';
export { Acknowledgements } from './constructs/acknowledgement/acknowledgements';

export { ComputeQuantities, NamespaceLimits } from './constructs/namespace/namespace-limits';
export { NamespaceQuota, NamespaceQuotaOptions } from './constructs/namespace/namespace-quota';
export { PodSecurityLevel } from './constructs/namespace/pod-security-level';
export { SecureNamespace, SecureNamespaceProps } from './constructs/namespace/secure-namespace';

export { ClusterDns, ClusterDnsPodsOptions } from './constructs/network/cluster-dns';
export { TlsIngress, TlsIngressOptions, TlsIngressProps } from './constructs/network/tls-ingress';

export { HardenedDeployment } from './constructs/workload/hardened-deployment';
export { HardenedDeploymentProps, WorkloadPort } from './constructs/workload/hardened-deployment-props';
export { GrpcHealthOptions, Health, HealthCheck, HealthCheckOptions, HealthOptions, HttpHealthOptions } from './constructs/workload/health';
export { Image } from './constructs/workload/image';
export { IPriorityClass, PriorityClass, PriorityClassProps } from './constructs/workload/priority-class';
export { ContainerResourceRequirements, ResourceBounds } from './constructs/workload/resources';
export { WritablePath } from './constructs/workload/writable-path';

export { Grant } from './constructs/rbac/grant';
export { LeastPrivilegeServiceAccount, LeastPrivilegeServiceAccountProps } from './constructs/rbac/least-privilege-service-account';
export { Verb } from './constructs/rbac/verb';

export { Severity } from './findings/severity';
export { BulwarkValidation } from './validation/bulwark-validation';
export { BulwarkValidationProps } from './validation/bulwark-validation-props';
export { Scanner } from './validation/scanner';
export { ScannerAnnotations } from './validation/scanner-annotations';
