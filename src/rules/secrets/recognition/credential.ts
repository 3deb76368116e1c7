import { isLiteralSecret } from './literal';

interface Credential {
  readonly what: string;
  /** Texts without it need no closer look. */
  readonly hint: string;
  readonly pattern: RegExp;
}

/** Credentials that are known by what they look like, whatever they are called. */
const CREDENTIALS: readonly Credential[] = [
  { what: 'a private key', hint: 'PRIVATE KEY', pattern: /(?<!-)-{3,}\s?BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY/ },
  { what: 'an AWS access key', hint: 'AKIA', pattern: /(?<![A-Z0-9])AKIA[A-Z0-9]{16}(?![A-Z0-9])/ },
  { what: 'an AWS access key', hint: 'ASIA', pattern: /(?<![A-Z0-9])ASIA[A-Z0-9]{16}(?![A-Z0-9])/ },
  { what: 'a JSON Web Token', hint: '.eyJ', pattern: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/ },
  { what: 'a GitHub token', hint: 'gh', pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{36}/ },
  { what: 'a GitHub token', hint: 'github_pat_', pattern: /(?<!\w)github_pat_\w{40}/ },
  { what: 'a GitLab token', hint: 'glpat-', pattern: /(?<!\w)glpat-[\w-]{20}/ },
  { what: 'a Slack token', hint: 'xox', pattern: /(?<!\w)xox[abeoprs]-[\w-]{10}/ },
  { what: 'a Slack token', hint: 'hooks.slack.com', pattern: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20}/ },
  { what: 'a Stripe key', hint: 'k_live_', pattern: /(?<!\w)[rs]k_live_\w{20}/ },
  { what: 'a Google API key', hint: 'AIza', pattern: /(?<!\w)AIza[\w-]{35}/ },
  { what: 'a SendGrid key', hint: 'SG.', pattern: /(?<!\w)SG\.[\w-]{16,}\.[\w-]{16,}/ },
  { what: 'an npm token', hint: 'npm_', pattern: /(?<!\w)npm_[A-Za-z0-9]{36}/ },
];

/** Passwords that stand, as their first group, in something longer. */
const PASSWORDS: readonly Credential[] = [
  { what: 'a password in a URL', hint: '@', pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s:@/'"<>]*:([^\s@/'"<>]+)@/gi },
  { what: 'a password in a URL', hint: '=', pattern: /[?&](?:password|passwd|pwd|token|access_token|api_?key|secret|sig|signature)=([^\s&'"]{6,})/gi },
  { what: 'a password in a connection string', hint: ';', pattern: /;\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;\s'"]+)/gi },
];

/** What a text gives away: `a private key`, `a password in a URL`. */
export function credentialIn(text: string): string | undefined {
  const found = CREDENTIALS.find(({ hint, pattern }) => text.includes(hint) && pattern.test(text))
    ?? PASSWORDS.find(({ hint, pattern }) => text.includes(hint) && [...text.matchAll(pattern)].some(([, secret]) => isLiteralSecret(secret, 'password')));
  return found?.what;
}
