import { Scalar, plainScalar } from './plain-scalar';

const YAML = 'tag:yaml.org,2002:';

/** What a scalar with an explicit tag means to go-yaml v2, which takes tags that it does not know for strings; `undefined` if the text is none such. */
export function taggedScalar(tag: string, text: string): Scalar | undefined {
  switch (longName(tag)) {
    case `${YAML}null`: return plainScalar(text) === null ? null : undefined;
    case `${YAML}bool`: return ofType('boolean', text);
    case `${YAML}int`: return integer(text);
    case `${YAML}float`: return ofType('number', text);
    case `${YAML}binary`: return binary(text);
    default: return text;
  }
}

function longName(tag: string): string {
  if (tag.startsWith('!<')) { return tag.slice(2, -1); }
  return tag.startsWith('!!') ? YAML + tag.slice(2) : tag;
}

function ofType(type: 'boolean' | 'number', text: string): Scalar | undefined {
  const value = plainScalar(text);
  return typeof value === type ? value : undefined;
}

function integer(text: string): Scalar | undefined {
  return /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+|[0-9][0-9_]*)$/.test(text) ? ofType('number', text) : undefined;
}

function binary(text: string): string | undefined {
  const encoded = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) { return undefined; }
  return Buffer.from(encoded, 'base64').toString('utf8');
}
