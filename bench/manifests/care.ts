import { Random } from './random';

/** How much care went into an application, which is what decides how much is found. */
export type Care = 'hardened' | 'usual' | 'careless';

/** As in large repositories: most charts set something, few set everything. */
export function careOf(random: Random): Care {
  const percent = random.below(100);
  if (percent < 40) { return 'hardened'; }
  return percent < 80 ? 'usual' : 'careless';
}
