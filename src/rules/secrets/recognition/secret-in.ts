import { credentialIn } from './credential';
import { isLiteralSecret } from './literal';
import { secretNameOf } from './secret-name';

/** What a setting gives away, without saying it: `a literal password`. */
export function secretIn(name: string, value: string): string | undefined {
  const known = credentialIn(value);
  if (known) { return known; }
  const kind = secretNameOf(name);
  return kind && isLiteralSecret(value, kind) ? `a literal ${kind}` : undefined;
}
