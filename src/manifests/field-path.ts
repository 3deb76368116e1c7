/** The steps of a path such as `spec.containers[0].image` or `metadata.annotations["a.b/c"]`: field names and indexes. */
export function fieldSteps(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, index, quoted, name] of path.matchAll(/\[(\d+)\]|\[((?:"(?:[^"\\]|\\.)*")|(?:'[^']*'))\]|([^.[\]]+)/g)) {
    steps.push(index !== undefined ? Number(index) : quoted !== undefined ? unquoted(quoted) : name);
  }
  return steps;
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1');
}
