/** A published way in, and the images that have it. */
export interface VulnerableImage {
  readonly id: string;
  readonly repository: RegExp;
  /** Each from the first version that has it to the first that has not. */
  readonly versions: readonly (readonly [first: string, fixed: string])[];
  readonly url: string;
}

const INGRESS_NGINX = /(^|\/)(ingress-nginx\/controller(-chroot)?|nginx-ingress-controller)$/;

/** Components of clusters that were taken over through them. Not a substitute for a scanner of images: a manifest shows only names. */
export const VULNERABLE_IMAGES: readonly VulnerableImage[] = [
  {
    id: 'CVE-2025-1974',
    repository: INGRESS_NGINX,
    versions: [['0.0.0', '1.11.5'], ['1.12.0', '1.12.1']],
    url: 'https://github.com/kubernetes/kubernetes/issues/131009',
  },
  {
    id: 'CVE-2021-25742',
    repository: INGRESS_NGINX,
    versions: [['0.0.0', '0.49.1'], ['1.0.0', '1.0.1']],
    url: 'https://github.com/kubernetes/ingress-nginx/issues/7837',
  },
  {
    id: 'CVE-2022-24348',
    repository: /(^|\/)argo-?cd$/,
    versions: [['0.0.0', '2.1.9'], ['2.2.0', '2.2.4']],
    url: 'https://github.com/argoproj/argo-cd/security/advisories/GHSA-63qx-x74g-jcr7',
  },
  {
    id: 'CVE-2022-39328',
    repository: /(^|\/)grafana(-oss|-enterprise)?$/,
    versions: [['9.2.0', '9.2.4']],
    url: 'https://github.com/grafana/grafana/security/advisories/GHSA-vqc4-mpj8-jxch',
  },
  {
    id: 'CVE-2022-47633',
    repository: /(^|\/)kyverno(pre)?$/,
    versions: [['1.8.3', '1.8.5']],
    url: 'https://github.com/kyverno/kyverno/security/advisories/GHSA-m3cq-xcx9-3gvm',
  },
];
