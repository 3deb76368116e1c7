import { Scanner } from './scanner';

/** A check of a scanner that is not to be reported for an object. */
export interface AcceptedCheck {
  readonly check: string;
  readonly reason: string;
  readonly expires?: string;
}

export type Annotations = Readonly<Record<string, string>>;

/**
 * How each scanner is told, from what its source reads: annotations of the object itself, never of its pod template.
 * What is present already stays, and is not said twice.
 */
export const SCANNER_SYNTAX: Readonly<Record<Scanner, (accepted: readonly AcceptedCheck[], present: Annotations) => Annotations>> = {
  [Scanner.CHECKOV]: (accepted, present) => {
    const free = numbersFreeIn(present);
    const told = Object.keys(present).filter((key) => key.startsWith(CHECKOV)).map((key) => present[key].split('=')[0]);
    return Object.fromEntries(accepted.filter(({ check }) => !told.includes(check))
      // Checkov ends with an error where a second equals sign follows
      .map((each) => [`${CHECKOV}${free.next().value}`, `${each.check}=${reasonOf(each).replaceAll('=', ':')}`]));
  },
  [Scanner.KUBE_LINTER]: (accepted, present) => Object.fromEntries(accepted
    .map((each) => [`ignore-check.kube-linter.io/${each.check}`, reasonOf(each)])
    .filter(([key]) => !Object.hasOwn(present, key))),
  [Scanner.KUBE_SCORE]: (accepted, present) => ({ [KUBE_SCORE]: listWith(present[KUBE_SCORE], accepted) }),
  [Scanner.KUBESCAPE]: (accepted, present) => {
    const [expires] = accepted.flatMap((each) => each.expires ?? []).sort();
    return {
      [`${KUBESCAPE}controls`]: listWith(present[`${KUBESCAPE}controls`], accepted),
      [`${KUBESCAPE}reason`]: present[`${KUBESCAPE}reason`] ?? [...new Set(accepted.map(({ reason }) => reason))].join('; '),
      ...expires !== undefined && { [`${KUBESCAPE}expiry`]: present[`${KUBESCAPE}expiry`] ?? `${expires}T23:59:59Z` },
    };
  },
  [Scanner.POLARIS]: (accepted) => Object.fromEntries(accepted.map(({ check }) => [`polaris.fairwinds.com/${check}-exempt`, 'true'])),
};

const CHECKOV = 'checkov.io/skip';
const KUBE_SCORE = 'kube-score/ignore';
const KUBESCAPE = 'kubescape.io/skip-';

/** Few know a day on which it ends. */
function reasonOf({ reason, expires }: AcceptedCheck): string {
  return expires === undefined ? reason : `${reason} (until ${expires})`;
}

function listWith(present: string | undefined, accepted: readonly AcceptedCheck[]): string {
  const checks = [...(present ?? '').split(','), ...accepted.map(({ check }) => check)].map((check) => check.trim());
  return [...new Set(checks)].filter((check) => check !== '').join(',');
}

function* numbersFreeIn(present: Annotations): Generator<number, never> {
  for (let number = 1; ; number++) {
    if (!Object.hasOwn(present, `${CHECKOV}${number}`)) { yield number; }
  }
}
