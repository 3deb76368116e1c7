import { catalogue } from './catalogue';
import { untrustedRegistryOutside } from './image/untrusted-registry';
import { Rule } from './rule';

/** What rules need to be told about those who use them. */
export interface RuleParameters {
  /** Registries whose images are trusted; images from everywhere else are not. @default - all but those that are open to everybody */
  readonly trustedRegistries?: readonly string[];
}

/** Every rule, as parameters make it. */
export function catalogueFor({ trustedRegistries }: RuleParameters): readonly Rule[] {
  if (!trustedRegistries) { return catalogue; }
  const own = untrustedRegistryOutside(trustedRegistries);
  return catalogue.map((rule) => (rule.id === own.id ? own : rule));
}
