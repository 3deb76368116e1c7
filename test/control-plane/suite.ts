import { MISSING_ASSETS } from './assets';
import { Client } from './client';
import { ControlPlane, startControlPlane } from './control-plane';

/**
 * A `describe` with a control plane of its own. Where the control plane cannot be had, its tests
 * are skipped, aloud; `global-setup.ts` has seen to it that this is no continuous integration.
 *
 * @param tests registers the tests; the client may be asked for once they run
 */
export function describeOnControlPlane(title: string, tests: (client: () => Client) => void): void {
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (assets === undefined) { throw new Error('global-setup.ts has not run: start these tests with the Jest configuration that names it'); }
  if (assets === '') { process.stderr.write(`SKIPPED: ${title} ${MISSING_ASSETS}\n`); }

  (assets === '' ? describe.skip : describe)(title, () => {
    let controlPlane: ControlPlane | undefined;
    beforeAll(async () => { controlPlane = await startControlPlane(assets); }, 150_000);
    afterAll(async () => controlPlane?.stop());
    tests(() => controlPlane!.client);
  });
}
