import { allOfCis } from './cis';
import { allOfNsa } from './nsa';
import { allOfOwasp } from './owasp';
import { allOfPodSecurity } from './pod-security';
import { StandardReference } from '../findings/report';

/** Every control of every standard, whether a rule serves it or not. */
export const ALL_STANDARDS: readonly (readonly StandardReference[])[] = [allOfPodSecurity, allOfCis, allOfNsa, allOfOwasp];
