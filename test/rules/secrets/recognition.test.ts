import { secretIn } from '../../../src/rules/secrets/recognition/secret-in';
import { secretInFile } from '../../../src/rules/secrets/recognition/secret-in-file';

describe('a setting', () => {
  test.each([
    ['bypass', 'nightly'], ['PASSENGER_APP_ENV', 'staging'], ['COMPASS', 'north'], ['KEYBOARD', 'qwerty'], ['monkey', 'x'], ['encompass', 'x'],
    ['TOKENIZER', 'bert'], ['CACHE_KEY', 'user'], ['PARTITION_KEY', 'id'], ['PUBLIC_KEY', 'c2g'], ['SSH_PUBLIC_KEY', 'ssh-rsa AAAA'], ['LOG_LEVEL', 'INFO'],
  ])('named %s is not about a secret', (name, value) => {
    expect(secretIn(name, value)).toBeUndefined();
  });

  test.each([
    ['TOKEN_TTL', 'short'], ['tokenTTL', '12h'], ['TOKEN_URL', 'login'], ['SECRET_NAME', 'database'], ['PASSWORD_FILE', 'password'], ['JWT_ISSUER', 'shop'],
    ['PASSWORD_MIN_LENGTH', 'twelve'], ['PASSWORD_HASHER', 'bcrypt'], ['ENABLE_TOKEN_AUTH', 'basic'], ['ALLOW_EMPTY_PASSWORD', 'sure'], ['MAX_TOKENS', 'many'],
    ['CREDENTIALS_PROVIDER', 'instance'], ['SESSION_COOKIE_NAME', 'sid'], ['password.encoder', 'argon2'],
  ])('named %s says something about a secret, and is none', (name, value) => {
    expect(secretIn(name, value)).toBeUndefined();
  });

  test.each([
    '', ' ', '/run/secrets/password', './password', 'certs/tls.key', 'https://example.com/login', '$(DB_PASSWORD)', '${DB_PASSWORD}', '${DB_PASSWORD:}',
    '{{ .Values.password }}', 'vault:secret/data/shop#password', 'arn:aws:secretsmanager:eu-central-1:1:secret:shop', 'ENC[AES256_GCM,data:Tr7o]',
    '<password>', '****', 'true', 'No', 'null', '8080', '1.5', '30d',
  ])('with the value %j does not hold a secret', (value) => {
    expect(secretIn('DB_PASSWORD', value)).toBeUndefined();
    expect(secretIn('API_TOKEN', value)).toBeUndefined();
  });

  test.each([
    ['DB_PASSWORD', 'abc123'], ['dbPassword', 'x'], ['PGPASSWORD', 'postgres'], ['DB_PASS', 'abc'], ['PASSWORD', 'correct horse'], ['ADMIN_PASSWORD', '12345678'],
    ['SPRING_PASSWORD', '${DB_PASSWORD:hunter2}'], ['MYSQL_PWD', 'changeme'],
  ])('%s holds the literal password %s', (name, value) => {
    expect(secretIn(name, value)).toBe('a literal password');
  });

  test.each([
    ['AWS_SECRET_ACCESS_KEY', 'xxx'], ['AZURE_BATCH_KEY', 'xxx'], ['OCI_CLI_KEY_CONTENT', 'xxx'], ['API_KEY', '12ab34'], ['GITHUB_TOKEN', 'abcdef'],
    ['oauth.client-secret', 'zzz'], ['sessionSecret', 'q'], ['STRIPE_SECRET_KEY', 'abc'], ['BEARER_TOKEN', 'abc'], ['ENCRYPTION_KEY', 'k'],
  ])('%s holds the literal key or token %s', (name, value) => {
    expect(secretIn(name, value)).toBe('a literal key or token');
  });

  test.each([
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIB'],
    ['a private key', '-----BEGIN PRIVATE KEY-----'],
    ['an AWS access key', 'AKIAIOSFODNN7EXAMPLE'],
    ['a JSON Web Token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
    ['a GitLab token', 'glpat-abcdefghij0123456789'],
    ['a Slack token', 'xoxb-0123456789-abc'],
    ['a Stripe key', `sk_live_${'a1'.repeat(10)}`],
    ['a Google API key', `AIza${'a1_-b'.repeat(7)}`],
    ['a SendGrid key', 'SG.abcdefghijklmnop.abcdefghijklmnop'],
    ['an npm token', `npm_${'a1'.repeat(18)}`],
    ['a password in a URL', 'postgres://shop:tr0ub4dor@db/shop'],
    ['a password in a URL', 'redis://:tr0ub4dor@redis:6379'],
    ['a password in a URL', 'jdbc:postgresql://db/shop?user=shop&password=tr0ub4dor'],
    ['a password in a connection string', 'Server=db;User Id=sa;Password=tr0ub4dor;'],
  ])('shows %s under whatever name: %s', (what, value) => {
    expect(secretIn('GREETING', value)).toBe(what);
  });

  test.each([
    '-----BEGIN PUBLIC KEY-----', '-----BEGIN CERTIFICATE-----', 'postgres://shop@db/shop', 'postgres://shop:$(DB_PASSWORD)@db/shop', 'http://keycloak:8080/auth',
    'https://example.com/?token=${TOKEN}', 'registry.example.com/app@sha256:0123', 'Server=db;Password=${DB_PASSWORD};', 'ssh://git@example.com:22/app',
  ])('does not show a credential in %s', (value) => {
    expect(secretIn('GREETING', value)).toBeUndefined();
  });
});

describe('a file of a ConfigMap', () => {
  test.each([
    ['compass.yaml', 'north: up'],
    ['password_validation.py', 'def validate(password):\n  token = headers.get("token")\n  if password == None: raise\n'],
    ['INFO', 'INFO'],
    ['nginx.conf', 'location / {\n  proxy_pass http://shop;\n}\n'],
    ['app.properties', 'auth.token.enabled=true\ntoken.ttl=30m\n#password=tr0ub4dor\n'],
    ['grafana.ini', '; admin_password = admin\nadmin_password =\n'],
    ['start.sh', 'PASSWORD=$(cat /run/secrets/password)\n'],
    ['readme.md', 'password: tr0ub4dor, for example'],
    ['values.yaml', 'secretName: database\nsecret: shop-tls\npassword: the password of the user\n'],
  ])('%s without a secret: %j', (key, content) => {
    expect(secretInFile(key, content)).toBeUndefined();
  });

  test.each([
    ['config', 'REDIS_PASSWORD=abcd1234', 'a literal secret (REDIS_PASSWORD, line 1)'],
    ['password', 'tr0ub4dor', 'a literal password'],
    ['values.yaml', 'db:\n  password: "tr0ub4dor" # old\n', 'a literal secret (password, line 2)'],
    ['values.json', '{\n  "password": "tr0ub4dor",\n}', 'a literal secret (password, line 2)'],
    ['values.json', '{"user": "shop", "password": "tr0ub4dor"}', 'a literal secret (password, line 1)'],
    ['start.sh', 'export DB_PASSWORD=tr0ub4dor\n', 'a literal secret (DB_PASSWORD, line 1)'],
    ['grafana.ini', 'admin_password = admin ; change it\n', 'a literal secret (admin_password, line 1)'],
    ['connect.py', 'PASSWORD = \'tr0ub4dor\'\n', 'a literal secret (PASSWORD, line 1)'],
    ['notes.md', 'see postgres://shop:tr0ub4dor@db/shop', 'a password in a URL'],
  ])('%s with a secret: %j', (key, content, secret) => {
    expect(secretInFile(key, content)).toBe(secret);
  });
});

test.each([
  ['dashes', `${'-'.repeat(1_000_000)}PRIVATE KEY`],
  ['letters before a URL', `${'a'.repeat(1_000_000)}://`],
  ['spaces in a setting', `password=${' '.repeat(1_000_000)}x y`],
  ['quotes', `password: "${'"\''.repeat(500_000)}`],
  ['open references', `password=${'${'.repeat(500_000)}`],
  ['pairs', `{${'"password":"'.repeat(100_000)}`],
])('does not take long over a million %s', (_, content) => {
  const start = process.cpuUsage();
  secretInFile('password', content);
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});
