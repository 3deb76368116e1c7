/** A path as a URI reference: relative paths stay relative, so that a viewer resolves them against the repository. */
export function artifactUri(file: string): string {
  const path = file.replace(/\\/g, '/').replace(/^\.\//, '');
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (/^[A-Za-z]:\//.test(path)) { return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`; }
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
}
