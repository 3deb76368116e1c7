import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { checkAtSynth } from '../../../src/constructs/validation/prop-check';
import { SIDECAR, chartIn, deployment, mistakesIn } from '../workload/application';

/** An application of several charts, and how often one of its constructs has been checked. */
function application(charts: number) {
  const outdir = mkdtempSync(join(tmpdir(), 'bulwark-pass-'));
  const app = new App({ outdir });
  for (let i = 0; i < charts; i++) { new kplus.ConfigMap(new Chart(app, `chart-${i}`), 'map'); }
  const counted = { times: 0 };
  checkAtSynth(app.charts[0], () => {
    counted.times++;
    return [];
  });
  return { app, outdir, counted };
}

test.each<[string, (app: App) => void]>([['synth', (app) => app.synth()], ['synthYaml', (app) => app.synthYaml()]])(
  '%s checks once, however many charts make cdk8s validate again (B18)', (_, synthesize) => {
    const { app, outdir, counted } = application(20);
    synthesize(app);
    expect(counted.times).toBe(1);
    rmSync(outdir, { recursive: true });
  });

test('each synthesis checks anew', () => {
  const { app, outdir, counted } = application(3);
  app.synth();
  app.synth();
  expect(counted.times).toBe(2);
  rmSync(outdir, { recursive: true });
});

test('a chart that is rendered by itself is checked', () => {
  const { app, outdir, counted } = application(3);
  Testing.synth(app.charts[1]);
  expect(counted.times).toBe(1);
  rmSync(outdir, { recursive: true });
});

test('what changes between two syntheses of one moment is seen by the second', () => {
  const chart = chartIn('shop');
  const api = deployment(chart);
  expect(mistakesIn(chart)).toEqual([]);
  api.addContainer({ ...SIDECAR, securityContext: { privileged: true } });
  expect(mistakesIn(chart)).toEqual([expect.stringContaining('privileged-container')]);
});

test('a mistake ends the synthesis of the application before a file is written', () => {
  const { app, outdir } = application(2);
  checkAtSynth(app.charts[1], () => [{ when: true, prop: 'it', given: 1, allowed: 'something else' }]);
  expect(() => app.synth()).toThrow('it is 1, allowed is something else');
  rmSync(outdir, { recursive: true });
});
