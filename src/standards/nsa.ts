import { StandardReference } from '../findings/report';

/** The guide numbers nothing; ids are its headings. */
const SECTIONS = {
  'non-root-containers': 'Kubernetes Pod security: "Non-root" containers and "rootless" container engines',
  'immutable-file-systems': 'Kubernetes Pod security: Immutable container file systems',
  'secure-images': 'Kubernetes Pod security: Building secure container images',
  'pod-security-enforcement': 'Kubernetes Pod security: Pod security enforcement',
  'service-account-tokens': 'Kubernetes Pod security: Protecting Pod service account tokens',
  'hardening-container-environments': 'Kubernetes Pod security: Hardening container environments',
  'namespaces': 'Network separation and hardening: Namespaces',
  'network-policies': 'Network separation and hardening: Network policies',
  'resource-policies': 'Network separation and hardening: Resource policies',
  'control-plane-hardening': 'Network separation and hardening: Control plane hardening',
  'worker-node-segmentation': 'Network separation and hardening: Worker node segmentation',
  'encryption': 'Network separation and hardening: Encryption',
  'secrets': 'Network separation and hardening: Secrets',
  'cloud-infrastructure': 'Network separation and hardening: Protecting sensitive cloud infrastructure',
  'authentication': 'Authentication and authorization: Authentication',
  'role-based-access-control': 'Authentication and authorization: Role-based access control',
  'audit-logging': 'Audit Logging and Threat Detection: Logging',
  'application-security-practices': 'Upgrading and application security practices',
} as const;

/** A section of the Kubernetes Hardening Guide 1.2 of NSA and CISA. @see https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF */
export function nsa(id: keyof typeof SECTIONS): StandardReference {
  return {
    standard: 'NSA/CISA Kubernetes Hardening Guide',
    id,
    title: SECTIONS[id],
    url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
  };
}

export const allOfNsa: readonly StandardReference[] = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map(nsa);
