import { isLiteralSecret } from './literal';

/** Credentials that are known by what they look like, whatever they are called. */
const CREDENTIALS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /(?<!-)-{3,}\s?BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY/ },
  { what: 'an AWS access key', pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/ },
  { what: 'a JSON Web Token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/ },
  { what: 'a GitHub token', pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40})/ },
  { what: 'a GitLab token', pattern: /(?<!\w)glpat-[\w-]{20}/ },
  { what: 'a Slack token', pattern: /(?<!\w)xox[abeoprs]-[\w-]{10}|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20}/ },
  { what: 'a Stripe key', pattern: /(?<!\w)[rs]k_live_\w{20}/ },
  { what: 'a Google API key', pattern: /(?<!\w)AIza[\w-]{35}/ },
  { what: 'a SendGrid key', pattern: /(?<!\w)SG\.[\w-]{16,}\.[\w-]{16,}/ },
  { what: 'an npm token', pattern: /(?<!\w)npm_[A-Za-z0-9]{36}/ },
];

const IN_URL = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s:@/'"<>]*:([^\s@/'"<>]+)@/gi;
const IN_QUERY = /[?&](?:password|passwd|pwd|token|access_token|api_?key|secret|sig|signature)=([^\s&'"]{6,})/gi;
const IN_CONNECTION_STRING = /;\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;\s'"]+)/gi;

/** Whether a text can hold a credential at all: one quick look at what is nearly always innocent. */
const POSSIBLE = /PRIVATE KEY|AKIA|ASIA|eyJ|gh[pousr]_|github_pat_|glpat-|xox|slack|k_live_|AIza|SG\.|npm_|:\/\/|[?&;]/;

/** What a text gives away: `a private key`, `a password in a URL`. */
export function credentialIn(text: string): string | undefined {
  if (!POSSIBLE.test(text)) { return undefined; }
  const known = CREDENTIALS.find(({ pattern }) => pattern.test(text));
  if (known) { return known.what; }
  const literal = (pattern: RegExp) => [...text.matchAll(pattern)].some(([, secret]) => isLiteralSecret(secret, 'password'));
  if (literal(IN_URL) || literal(IN_QUERY)) { return 'a password in a URL'; }
  return literal(IN_CONNECTION_STRING) ? 'a password in a connection string' : undefined;
}
