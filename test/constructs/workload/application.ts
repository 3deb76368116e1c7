import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HardenedDeployment, HardenedDeploymentProps, Health, Image, SecureNamespace, SecureNamespaceProps } from '../../../src';

export const IMAGE = Image.of(`registry.example.com/shop/api:1.4.2@sha256:${'0'.repeat(63)}1`);
export const HEALTH = Health.http({ live: '/livez', ready: '/readyz' });

/** A container beside the first one, with nothing left to complain about. */
export const SIDECAR: kplus.ContainerProps = {
  name: 'sidecar',
  image: IMAGE.reference,
  liveness: kplus.Probe.fromCommand(['live']),
  readiness: kplus.Probe.fromCommand(['ready']),
};

/** A chart in an application of its own. */
export function chartIn(namespace?: string): Chart {
  return new Chart(new App(), 'shop', { namespace });
}

/** A further chart in the application of another one. */
export function chartBeside(chart: Chart, id: string, namespace?: string): Chart {
  return new Chart(App.of(chart), id, { namespace });
}

export function deployment(chart: Chart, id: string = 'api', props: HardenedDeploymentProps = {}): HardenedDeployment {
  return new HardenedDeployment(chart, id, { metadata: { name: id }, image: IMAGE, port: 8080, health: HEALTH, ...props });
}

export function secureNamespace(chart: Chart, props: Partial<SecureNamespaceProps> = {}): SecureNamespace {
  return new SecureNamespace(chart, 'namespace', { owner: 'team-checkout', ...props });
}

/** All objects of all charts, as they are written. */
export function objectsOf(chart: Chart): any[] {
  return App.of(chart).charts.flatMap((one) => Testing.synth(one));
}

export function objectOf(chart: Chart, kind: string, name?: string): any {
  const found = objectsOf(chart).filter((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
  expect(found.map((object) => object.metadata.name)).toHaveLength(1);
  return found[0];
}

export function podSpecOf(chart: Chart, name?: string): any {
  return objectOf(chart, 'Deployment', name).spec.template.spec;
}

/**
 * The lines of the one error that synthesis ends with; none when it succeeds. Whatever else is thrown,
 * such as a TypeError, fails the test.
 */
export function mistakesIn(chart: Chart): string[] {
  const heading = 'Validation failed with the following errors:\n  ';
  try {
    Testing.synth(chart);
  } catch (error) {
    const { message } = error as Error;
    if (!message.startsWith(heading)) { throw error; }
    return message.slice(heading.length).split('\n').map((line) => line.trim());
  }
  return [];
}
