import { MISSING_ASSETS, findOrBuildAssets } from './assets';

/**
 * Jest's global set-up of this folder: provides the binaries once, before any test file needs them.
 * Every test file finds them in `KUBEBUILDER_ASSETS`, which is empty when there are none.
 */
export default async function globalSetup(): Promise<void> {
  const assets = await findOrBuildAssets();
  if (assets === undefined && process.env.CI === 'true') {
    throw new Error(`The real control plane ${MISSING_ASSETS}. It may be missing on a laptop, not in CI.`);
  }
  process.env.KUBEBUILDER_ASSETS = assets ?? '';
}
