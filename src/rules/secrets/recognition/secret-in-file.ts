import { credentialIn } from './credential';
import { isLiteralSecret } from './literal';
import { secretIn } from './secret-in';
import { secretNameOf } from './secret-name';

const EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;
/** Names in programs and texts stand for variables and things to explain: only what is quoted counts as a value. */
const PROGRAM = /\.(?:py|js|mjs|cjs|ts|go|rb|java|kt|groovy|php|lua|rs|c|h|cpp|cs|rego|sql|html?|css|md|rst|adoc|tpl|tmpl|j2|erb|vcl|vm|jsonnet|libsonnet|cue|star)$/i;
const WORTH_READING = /pass|pwd|psw|secret|token|credential|creds|bearer|jwt|key/i;
const SETTING = /^\s*(?:export\s+|set\s+|-\s+|--)?["']?([A-Za-z_][\w.-]*)["']?\s*(?::=|=>|[:=])(.*)$/;
const PAIR = /"([A-Za-z_][\w.-]*)"\s*:\s*"([^"\\]*)"/g;

/** What a file of a ConfigMap gives away: the file itself, or a setting in one of its lines. */
export function secretInFile(key: string, content: string): string | undefined {
  const known = credentialIn(content);
  if (known) { return known; }
  if (!EXTENSION.test(key) && !content.trim().includes('\n')) {
    const secret = secretIn(key, content);
    if (secret) { return secret; }
  }
  if (!WORTH_READING.test(content)) { return undefined; }
  const quotedOnly = PROGRAM.test(key);
  const lines = content.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const name = WORTH_READING.test(lines[index]) ? secretSetting(lines[index], quotedOnly) : undefined;
    if (name !== undefined) { return `a literal secret (${name}, line ${index + 1})`; }
  }
  return undefined;
}

/** The name of the setting in a line whose value is a secret. */
function secretSetting(line: string, quotedOnly: boolean): string | undefined {
  if (/^\s*(?:#|;|\/\/|\*|<!--)/.test(line)) { return undefined; }
  const [, name, value] = SETTING.exec(line) ?? [];
  if (name !== undefined && isSecret(name, literalOf(value, quotedOnly))) { return name; }
  if (!line.includes('{')) { return undefined; }
  return [...line.matchAll(PAIR)].find(([, each, text]) => isSecret(each, text))?.[1];
}

function isSecret(name: string, value: string | undefined): boolean {
  const kind = value === undefined ? undefined : secretNameOf(name);
  return kind !== undefined && isLiteralSecret(value!, kind);
}

/** The value of a setting without its quotes; nothing where it is an expression, a sentence or the beginning of something longer. */
function literalOf(rest: string, quotedOnly: boolean): string | undefined {
  const value = rest.trim().replace(/[,;]$/, '');
  if (value.startsWith('"') || value.startsWith("'")) {
    const end = value.indexOf(value[0], 1);
    const isAll = end > 0 && /^\s*(?:$|#|;|\/\/)/.test(value.slice(end + 1));
    return isAll ? value.slice(1, end) : undefined;
  }
  const text = value.split(/ [#;]/, 1)[0].trimEnd();
  return quotedOnly || /[\s()[\]{}|>"'`]/.test(text) ? undefined : text;
}
