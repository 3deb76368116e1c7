import { secretNameOf } from '../../../src/rules/secrets/recognition/secret-name';

const words = (text: string) => text.trim().split(/\s+/);
const heldAs = (kind: string | undefined, names: string[]) => expect(names.filter((name) => secretNameOf(name) !== kind)).toEqual([]);

describe('the name of a setting', () => {
  test('asks for a password', () => {
    heldAs('password', words(`password passwd passphrase passwort pass pwd psw pw passwords dbpassword mypasswd DB_PASSWORD dbPassword db.password
      DBPassword 2password password1_password DB__PASSWORD_`));
  });

  test('asks for a key or token', () => {
    heldAs('key or token', words(`token secret credential credentials apikey secretkey privatekey accesskey authkey bearer jwt creds mytoken
      clientsecret myapikey GITHUB_TOKEN githubToken AWSSecret the.secret`));
  });

  test('asks for nothing where a word only begins like one', () => {
    heldAs(undefined, words(`passwords2 tokens secrets passed pwds passwordless bypass compass tokenizer credentialed bearers jwts creds2 mybearer
      mypass mypwd mypsw mypw mypasswords apikeys key monkey keyboard`));
  });

  test('asks for a key after a word that makes it one', () => {
    heldAs('key or token', words(`access account admin aes api app application auth aws azure batch cipher cli client consumer cookie crypto deploy
      encrypt encryption gcp gpg hmac integration license licence master oci openai pgp private rsa sas secret sendgrid session shared sign
      signature signing ssh ssl storage stripe subscription tls twilio webhook write`).map((word) => `${word}_key`));
    heldAs(undefined, words('cache_key sort_key partition_key foreign_key public_key key_api the_key'));
  });

  test('says by its last words that the value is about a secret', () => {
    heldAs(undefined, words(`addr address age alg algo algorithm arn attempts aud audience audiences backend bits bucket bytes cache change claim
      claims class column command cookie count days dir directory disable disabled driver duration enable enabled encoder encoding endpoint
      engine env environment exp expiration expire expires expiry field file filename files folder format generator grace group grant handler
      hasher header helper hint history host hours id index interval issuer kind label leeway length lifespan lifetime limit location lookup
      manager max method min minutes mode mount ms name names namespace owner page parameter path paths pattern period policy port prefix
      property provider realm ref reference refresh regex region renewal request required reset resource retries role rotation rules scheme
      scope scopes script sec seconds secs selector separator server service size source store strategy strength suffix template threshold
      timeout ttl type uri url user username validation validator validity var variable verifier version volume window`)
      .map((word) => `token_${word}`));
    heldAs('key or token', ['token_content', 'token_of_the_shop']);
    heldAs('password', ['url_password', 'size_of_password']);
  });

  test('says by a word before that the value is a switch or a limit', () => {
    heldAs(undefined, words('allow disable enable has is max min no public require requires show skip use verify with').map((word) => `${word}_empty_password`));
    heldAs('password', ['the_empty_password', 'password_no']);
  });

  test('names an object of Kubernetes', () => {
    heldAs(undefined, ['k8s_secret', 'kube_secret', 'kubernetes_secret', 'KubernetesSecret']);
    heldAs('key or token', ['k8s_token', 'k8s_client_secret', 'secret']);
    heldAs('password', ['k8s_password']);
  });
});
