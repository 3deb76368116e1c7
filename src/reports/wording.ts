import { printable } from './printable';
import { Finding, ResourceReference } from '../findings/finding';

/** `Deployment shop/api`. */
export function resourceName({ kind, namespace, name }: ResourceReference): string {
  return printable(namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`);
}

/** `shop/api.yaml:12:9`; the field where there is no file. */
export function location({ file, line, column, path }: Pick<Finding, 'file' | 'line' | 'column' | 'path'>): string {
  return file === '' ? printable(path) : sourceLocation({ file, line, column });
}

export function sourceLocation({ file, line, column }: { readonly file: string; readonly line?: number; readonly column?: number }): string {
  const start = printable(file);
  if (!line) { return start; }
  return column ? `${start}:${line}:${column}` : `${start}:${line}`;
}
