import { Severity } from '../../findings/severity';
import { nsa, owasp } from '../../standards';
import { rule } from '../rule';
import { everyReadableImage } from './every-image';

/** @see https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/ */
export const retiredIngressNginx = rule({
  id: 'retired-ingress-nginx',
  title: 'Ingress NGINX, which is retired',
  severity: Severity.MEDIUM,
  domain: 'image',
  why: 'No flaw found in it since March 2026 is mended, and it stands where the Internet comes in.',
  fix: 'Move to a Gateway or to an ingress controller that is looked after.',
  standards: [nsa('application-security-practices'), owasp('K10')],
  equivalents: {
    kubescape: ['C-0292'],
  },
  check: everyReadableImage(({ repository }) => (
    /(^|\/)(ingress-nginx\/controller(-chroot)?|nginx-ingress-controller)$/.test(repository) ? 'which is no longer looked after' : undefined)),
});
