/**
 * Online Boutique, the public demo shop of eleven services (github.com/GoogleCloudPlatform/microservices-demo):
 * one chart for the namespace, one workload per service, exactly the connections that the shop needs,
 * and TLS at the front door. All of it is judged at synth; what is accepted here is quiet in kube-score too.
 */
import { App, Chart } from 'cdk8s';
import { BulwarkValidation, HardenedDeployment, Health, HealthCheck, NamespaceQuota, Scanner, ScannerAnnotations, SecureNamespace } from 'cdk8s-bulwark';
import * as kplus from 'cdk8s-plus-27';
import { ShopService, shopImage, size, toEnv } from './shop-service';

const app = new App();
BulwarkValidation.addTo(app);
ScannerAnnotations.addTo(app, [Scanner.KUBE_SCORE]);

const inShop = { namespace: 'online-boutique', disableResourceNameHashes: true };

const platform = new Chart(app, 'platform', inShop);
new SecureNamespace(platform, 'namespace', { owner: 'online-boutique', quota: NamespaceQuota.MEDIUM });

const shop = new Chart(app, 'shop', inShop);
shop.addDependency(platform);

const redis = new HardenedDeployment(shop, 'redis-cart', {
  metadata: { name: 'redis-cart' },
  image: shopImage('redis', 12),
  replicas: 1,
  acknowledgements: [{ rule: 'single-replica', reason: 'carts live in the memory of one Redis; a second one would hold other carts' }],
  ports: [{ number: 6379, name: 'redis' }],
  health: Health.of({ live: HealthCheck.tcp(), ready: HealthCheck.exec(['redis-cli', 'ping']) }),
  resources: size([70, 125], [200, 256]),
  writablePaths: [{ path: '/data', sizeLimit: '128Mi' }],
});

const cart = new ShopService(shop, 'cartservice', {
  image: 1, port: 7070, resources: size([200, 300], [64, 128]), environment: { REDIS_ADDR: 'redis-cart:6379' },
});
const currency = new ShopService(shop, 'currencyservice', { image: 2, port: 7000, resources: size([100, 200], [64, 128]) });
const productCatalog = new ShopService(shop, 'productcatalogservice', { image: 3, port: 3550, resources: size([100, 200], [64, 128]) });
const payment = new ShopService(shop, 'paymentservice', { image: 4, port: 50051, resources: size([100, 200], [64, 128]) });
const shipping = new ShopService(shop, 'shippingservice', { image: 5, port: 50051, resources: size([100, 200], [64, 128]) });
const email = new ShopService(shop, 'emailservice', {
  image: 6, port: 8080, servicePort: 5000, resources: size([100, 200], [64, 128]), writablePaths: ['/tmp'],
});
const ads = new ShopService(shop, 'adservice', { image: 7, port: 9555, resources: size([200, 300], [180, 300]), writablePaths: ['/tmp'] });
const recommendation = new ShopService(shop, 'recommendationservice', {
  image: 8, port: 8080, resources: size([100, 200], [220, 450]), writablePaths: ['/tmp'],
  environment: { PRODUCT_CATALOG_SERVICE_ADDR: productCatalog.address },
});
const checkout = new ShopService(shop, 'checkoutservice', {
  image: 9, port: 5050, resources: size([100, 200], [64, 128]),
  environment: {
    CART_SERVICE_ADDR: cart.address,
    CURRENCY_SERVICE_ADDR: currency.address,
    EMAIL_SERVICE_ADDR: email.address,
    PAYMENT_SERVICE_ADDR: payment.address,
    PRODUCT_CATALOG_SERVICE_ADDR: productCatalog.address,
    SHIPPING_SERVICE_ADDR: shipping.address,
  },
});

const frontend = new HardenedDeployment(shop, 'frontend', {
  metadata: { name: 'frontend' },
  image: shopImage('frontend', 10),
  ports: [{ number: 8080, name: 'http', servicePort: 80 }],
  health: Health.of({ live: HealthCheck.tcp(), ready: HealthCheck.http('/_healthz') }),
  resources: size([100, 200], [64, 128]),
  envVariables: toEnv({
    PORT: '8080',
    ENABLE_PROFILER: '0',
    AD_SERVICE_ADDR: ads.address,
    CART_SERVICE_ADDR: cart.address,
    CHECKOUT_SERVICE_ADDR: checkout.address,
    CURRENCY_SERVICE_ADDR: currency.address,
    PRODUCT_CATALOG_SERVICE_ADDR: productCatalog.address,
    RECOMMENDATION_SERVICE_ADDR: recommendation.address,
    SHIPPING_SERVICE_ADDR: shipping.address,
  }),
});
frontend.exposeViaTlsIngress('shop.example.com', {
  certificate: kplus.Secret.fromSecretName(shop, 'certificate', 'shop-tls'),
  className: 'nginx',
});

const loadGenerator = new HardenedDeployment(shop, 'loadgenerator', {
  metadata: { name: 'loadgenerator' },
  image: shopImage('loadgenerator', 11),
  health: Health.of({
    live: HealthCheck.exec(['pgrep', '-f', 'locust']),
    ready: HealthCheck.exec(['python', '-c', 'import urllib.request; urllib.request.urlopen("http://frontend/_healthz")']),
  }),
  resources: size([300, 500], [256, 512]),
  envVariables: toEnv({ FRONTEND_ADDR: 'frontend:80', USERS: '10' }),
  writablePaths: [{ path: '/tmp' }],
});

cart.connections.allowTo(redis);
recommendation.connections.allowTo(productCatalog);
[cart, currency, email, payment, productCatalog, shipping].forEach((service) => checkout.connections.allowTo(service));
[ads, cart, checkout, currency, productCatalog, recommendation, shipping].forEach((service) => frontend.connections.allowTo(service));
loadGenerator.connections.allowTo(frontend);

app.synth();
