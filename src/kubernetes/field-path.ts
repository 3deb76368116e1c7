/** A way into an object: names of fields and indices of lists. */
export type Steps = readonly (string | number)[];

const PLAIN_NAME = /^[A-Za-z_$][\w$-]*$/;
const STEP = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")\]/y;

/** `spec.containers[0].image`; names with dots or slashes are quoted: `metadata.annotations["example.com/owner"]`. */
export function fieldPath(base: string, steps: Steps): string {
  let path = base;
  for (const step of steps) {
    if (typeof step === 'number') {
      path += `[${step}]`;
    } else if (PLAIN_NAME.test(step)) {
      path += path === '' ? step : `.${step}`;
    } else {
      path += `[${JSON.stringify(step)}]`;
    }
  }
  return path;
}

/** The steps of a path made by `fieldPath`; nothing where the text is no such path. */
export function stepsOf(path: string): Steps | undefined {
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) { return undefined; }
    const [, name, index, quoted] = match;
    steps.push(name ?? (index === undefined ? JSON.parse(quoted) as string : Number(index)));
  }
  return steps;
}
