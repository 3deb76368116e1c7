/** What the name of a setting says about its value. */
export type SecretName = 'password' | 'key or token';

const PASSWORD = /(?:password|passwd|passphrase|passwort)$|^(?:pass|pwd|psw|pw|passwords)$/;
const TOKEN = /(?:token|secret|credentials?|apikey|secretkey|privatekey|accesskey|authkey)$|^(?:bearer|jwt|creds)$/;

/** One quick look at what is nearly always innocent. */
const POSSIBLE = /pass|pwd|psw|pw|secret|token|credential|creds|bearer|jwt|key/i;

/** A `key` is a secret after one of these; a cache key, a sort key or a public key is none. */
const SECRET_KEYS = new Set([
  'access', 'account', 'admin', 'aes', 'api', 'app', 'application', 'auth', 'aws', 'azure', 'batch', 'cipher', 'cli', 'client', 'consumer', 'cookie',
  'crypto', 'deploy', 'encrypt', 'encryption', 'gcp', 'gpg', 'hmac', 'integration', 'license', 'licence', 'master', 'oci', 'openai', 'pgp', 'private',
  'rsa', 'sas', 'secret', 'sendgrid', 'session', 'shared', 'sign', 'signature', 'signing', 'ssh', 'ssl', 'storage', 'stripe', 'subscription', 'tls',
  'twilio', 'webhook', 'write',
]);

/** What stands behind the word says that the value is about the secret, and not the secret. */
const ABOUT = new Set([
  'addr', 'address', 'age', 'alg', 'algo', 'algorithm', 'arn', 'attempts', 'aud', 'audience', 'audiences', 'backend', 'bits', 'bucket', 'bytes', 'cache',
  'change', 'claim', 'claims', 'class', 'column', 'command', 'cookie', 'count', 'days', 'dir', 'directory', 'disable', 'disabled', 'driver', 'duration',
  'enable', 'enabled', 'encoder', 'encoding', 'endpoint', 'engine', 'env', 'environment', 'exp', 'expiration', 'expire', 'expires', 'expiry', 'field',
  'file', 'filename', 'files', 'folder', 'format', 'generator', 'grace', 'group', 'grant', 'handler', 'hasher', 'header', 'helper', 'hint', 'history',
  'host', 'hours', 'id', 'index', 'interval', 'issuer', 'kind', 'label', 'leeway', 'length', 'lifespan', 'lifetime', 'limit', 'location', 'lookup',
  'manager', 'max', 'method', 'min', 'minutes', 'mode', 'mount', 'ms', 'name', 'names', 'namespace', 'owner', 'page', 'parameter', 'path', 'paths',
  'pattern', 'period', 'policy', 'port', 'prefix', 'property', 'provider', 'realm', 'ref', 'reference', 'refresh', 'regex', 'region', 'renewal',
  'request', 'required', 'reset', 'resource', 'retries', 'role', 'rotation', 'rules', 'scheme', 'scope', 'scopes', 'script', 'sec', 'seconds', 'secs',
  'selector', 'separator', 'server', 'service', 'size', 'source', 'store', 'strategy', 'strength', 'suffix', 'template', 'threshold', 'timeout', 'ttl',
  'type', 'uri', 'url', 'user', 'username', 'validation', 'validator', 'validity', 'var', 'variable', 'verifier', 'version', 'volume', 'window',
]);

/** What stands before the word says that the value is a switch or a limit. */
const SWITCH = new Set(['allow', 'disable', 'enable', 'has', 'is', 'max', 'min', 'no', 'public', 'require', 'requires', 'show', 'skip', 'use', 'verify', 'with']);

/** Whether a setting of this name holds a secret: judged by its words, so that neither `bypass` nor `TOKEN_TTL` nor `KEYCLOAK_URL` does. */
export function secretNameOf(name: string): SecretName | undefined {
  if (!POSSIBLE.test(name)) { return undefined; }
  const words = wordsOf(name);
  for (let last = words.length - 1; last >= 0; last--) {
    const word = words[last];
    if (ABOUT.has(word)) { return undefined; }
    const kind = kindOf(word, words[last - 1]);
    if (kind) { return words.slice(0, last).some((before) => SWITCH.has(before)) ? undefined : kind; }
  }
  return undefined;
}

/** Before `secret`: it is an object of Kubernetes that is named. */
const CLUSTER = new Set(['k8s', 'kube', 'kubernetes']);

function kindOf(word: string, before: string | undefined): SecretName | undefined {
  if (word === 'secret' && before !== undefined && CLUSTER.has(before)) { return undefined; }
  if (PASSWORD.test(word)) { return 'password'; }
  if (TOKEN.test(word) || (word === 'key' && before !== undefined && SECRET_KEYS.has(before))) { return 'key or token'; }
  return undefined;
}

/** `dbPassword`, `DB_PASSWORD` and `db.password` are two words each. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '');
}
