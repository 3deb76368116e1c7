import { SecretName } from './secret-name';

const REFERENCE = /\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\}|<%.*%>|^\$\w+$|^%\(?\w+\)?s?%?$|^@\w|^(?:vault|ssm|awssm|env|file|secret|arn|ref\+\w+|keyvault|projects\/[^/]+\/secrets)[:/]|^(?:ENC|AES256)[[(]/i;
const PLACEHOLDER = /^(?:<[^<>]*>|\[[^[\]]*\]|\*+|\.\.\.|…|-+)$/;
const SWITCH = /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled?|disabled?|auto|default|always|never|optional|required|prefer(?:red)?)$/i;
const NUMBER = /^[-+]?[\d_]+(?:[.,]\d+)?(?:ns|us|ms|[smhdwy]|[kmgt]i?b?|%)?(?:\d+[smhd])*$/i;
const ABSOLUTE_PATH = /^(?:~|\.{1,2})?\/[\w.@-]*(?:\/[\w.@-]+)*\/?$|^[A-Za-z]:\\/;
const FILE_NAME = /^[\w./-]+\.(?:key|pem|crt|cer|cert|csr|pub|txt|json|ya?ml|conf|cfg|ini|toml|env|p12|pfx|jks|properties|token|secret)$/i;
const URL = /^[a-z][a-z0-9+.-]*:(?:[a-z]+:)*\/\/\S*$/i;
const NAME_OF_OBJECT = /^(?:[a-z][a-z0-9-]*\/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:secrets?|tokens?|credentials?|creds|tls|certs?|keys?|auth)$/;

/** Nothing longer is a reference or a path; and no pattern below takes long on so little. */
const ENOUGH = 1000;

/**
 * Whether a value, under a name that asks for a secret, is the secret: not a reference to it, a path, a URL, a number or a switch.
 * (Credentials in a URL are found by what they look like, under whatever name.)
 */
export function isLiteralSecret(value: string, name: SecretName): boolean {
  const text = value.trim().slice(0, ENOUGH);
  const fallback = /^\$\{\w[^}:]*:-?([^}]*)\}$/.exec(text);
  if (fallback) { return isLiteralSecret(fallback[1], name); }
  if (text === '' || [REFERENCE, PLACEHOLDER, SWITCH, ABSOLUTE_PATH, FILE_NAME, URL].some((pattern) => pattern.test(text))) { return false; }
  return name === 'password' ? !NUMBER.test(text) || /^\d{6,}$/.test(text) : !NUMBER.test(text) && !NAME_OF_OBJECT.test(text);
}
