import { SCALAR_STYLE, ScalarEvent } from 'js-yaml';

/*
 * Texts in flow style ({…}, […]), tags and anchors that go-yaml v2, and so Kubernetes, reads differently from
 * YAML 1.2. A field could hide there from whoever reads by the other rules, so they are errors; no tool writes them.
 */

const COLON_BEFORE_END = /\s*:[,\]}]/y;

/** `{?privileged: true}` has the key `privileged` in go-yaml. */
export function ambiguousStart(source: string, { style, valueStart }: ScalarEvent): string | undefined {
  return style === SCALAR_STYLE.PLAIN && /[?:]/.test(source.charAt(valueStart))
    ? 'a plain scalar begins with "?" or ":", which parsers read differently: quote it'
    : undefined;
}

/** `{privileged:}` has the key `privileged:` in go-yaml. */
export function ambiguousColon(source: string, { style, valueEnd }: ScalarEvent): string | undefined {
  COLON_BEFORE_END.lastIndex = valueEnd;
  return style === SCALAR_STYLE.PLAIN && COLON_BEFORE_END.test(source)
    ? 'a colon without a space after it, which parsers read differently: write the value'
    : undefined;
}

/** `{!x,runAsNonRoot: true}` has the key `true` in go-yaml: there a tag ends at white space only. */
export function ambiguousTag(source: string, { tagEnd }: { readonly tagEnd: number }): string | undefined {
  return /\S/.test(source.charAt(tagEnd)) ? 'a tag without a space after it, which parsers read differently' : undefined;
}

/** In go-yaml the name of an anchor ends at the first other character. */
export function ambiguousAnchor(name: string): string | undefined {
  return /^[\w-]+$/.test(name) ? undefined : `anchor name "${name}" holds more than letters, digits, "-" and "_", which parsers read differently`;
}
