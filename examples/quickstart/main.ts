import { App, Chart } from 'cdk8s';
import { HardenedDeployment, Health, Image, SecureNamespace } from 'cdk8s-bulwark';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop', disableResourceNameHashes: true });

new SecureNamespace(shop, 'namespace', { owner: 'team-checkout' });

const api = new HardenedDeployment(shop, 'api', {
  metadata: { name: 'api' },
  image: Image.of('registry.example.com/shop/api:1.4.2@sha256:0000000000000000000000000000000000000000000000000000000000000001'),
  port: 8080,
  health: Health.http({ live: '/livez', ready: '/readyz' }),
});
const web = new HardenedDeployment(shop, 'web', {
  metadata: { name: 'web' },
  image: Image.of('registry.example.com/shop/web:2.0.0@sha256:0000000000000000000000000000000000000000000000000000000000000002'),
  port: 8080,
  health: Health.http({ live: '/livez', ready: '/readyz' }),
});
web.connections.allowTo(api);

app.synth();
