import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Acknowledgements, Scanner, ScannerAnnotations } from '../../src';

const RULES = ['host-network', 'privileged-container', 'privilege-escalation', 'single-replica', 'image-without-digest'];

/**
 * A folder with the manifest of a Deployment that has much to complain about, of which some is acknowledged, and the scanner
 * told so in its own words.
 */
export function acceptedRisks(scanner?: Scanner): string {
  const outdir = mkdtempSync(join(tmpdir(), 'accepted-risks-'));
  const app = new App({ outdir });
  const chart = new Chart(app, 'agent', { namespace: 'agents' });
  const agent = new kplus.Deployment(chart, 'agent', {
    metadata: { name: 'agent' },
    replicas: 1,
    hostNetwork: true,
    containers: [{ image: 'registry.example.com/agent:1.2', portNumber: 8080, securityContext: { privileged: true, allowPrivilegeEscalation: true } }],
  });
  agent.exposeViaService();
  RULES.forEach((rule) => Acknowledgements.of(agent).add({ rule, reason: 'loads the eBPF probe, see https://example.com/?id=412' }));
  if (scanner) { ScannerAnnotations.addTo(app, [scanner]); }
  app.synth();
  return outdir;
}
