import { StandardReference } from '../findings/report';

const RISKS = {
  K01: 'Insecure Workload Configurations',
  K02: 'Supply Chain Vulnerabilities',
  K03: 'Overly Permissive RBAC Configurations',
  K04: 'Lack of Centralized Policy Enforcement',
  K05: 'Inadequate Logging and Monitoring',
  K06: 'Broken Authentication Mechanisms',
  K07: 'Missing Network Segmentation Controls',
  K08: 'Secrets Management Failures',
  K09: 'Misconfigured Cluster Components',
  K10: 'Outdated and Vulnerable Kubernetes Components',
} as const;

/** A risk of the OWASP Kubernetes Top Ten of 2022. @see https://owasp.org/www-project-kubernetes-top-ten/ */
export function owasp(id: keyof typeof RISKS): StandardReference {
  return { standard: 'OWASP Kubernetes Top Ten', id, title: RISKS[id], url: 'https://owasp.org/www-project-kubernetes-top-ten/' };
}

export const allOfOwasp: readonly StandardReference[] = (Object.keys(RISKS) as (keyof typeof RISKS)[]).map(owasp);
