/** The standards that rules cite. */
export { cis } from './cis';
export { nsa } from './nsa';
export { owasp } from './owasp';
export { pss } from './pod-security';
