import { Acknowledgement } from '../../findings/acknowledgement';

/** Several acknowledgements as one of a rule: every reason once, until the first of them expires. */
export function joined(rule: string, [first, ...others]: readonly Acknowledgement[]): Acknowledgement {
  return others.reduce((one, other) => {
    const reason = one.reason.split('; ').includes(other.reason) ? one.reason : `${one.reason}; ${other.reason}`;
    const [expires] = [one.expires, other.expires].filter((day) => day !== undefined).sort();
    return { rule, reason, expires };
  }, { ...first, rule });
}
