import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { accountWith, chartOf, errorsOf, manifestsOf } from './account';
import { Acknowledgements } from '../../../src/constructs/acknowledgement/acknowledgements';
import { LeastPrivilegeServiceAccount } from '../../../src/constructs/rbac/least-privilege-service-account';

describe('a token for every pod', () => {
  test('is refused', () => {
    expect(errorsOf(accountWith([], { automountToken: true })))
      .toEqual([expect.stringMatching(/automountToken is true, allowed is false: .*rule: 'automounting-service-account'/)]);
  });

  test('is accepted with a reason', () => {
    const account = accountWith([], { automountToken: true });
    Acknowledgements.of(account).add({ rule: 'automounting-service-account', reason: 'an old client library' });
    expect(manifestsOf(account)[0]).toMatchObject({
      automountServiceAccountToken: true,
      metadata: { annotations: { 'acknowledge.cdk8s-bulwark/automounting-service-account': 'an old client library' } },
    });
  });

  test('is no question of truthiness', () => {
    expect(errorsOf(accountWith([], { automountToken: 'false' as any }))).toEqual([expect.stringMatching(/automountToken is "false", allowed is true or false/)]);
  });
});

describe('a token kept in a Secret', () => {
  const withSecret = (given: 'as a prop' | 'later'): LeastPrivilegeServiceAccount => {
    const chart = chartOf();
    const token = kplus.Secret.fromSecretName(chart, 'token', 'api-token');
    const account = accountWith([], { secrets: given === 'as a prop' ? [token] : undefined }, chart);
    if (given === 'later') { account.addSecret(token); }
    return account;
  };

  test.each(['as a prop', 'later'] as const)('is refused when given %s', (given) => {
    expect(errorsOf(withSecret(given)))
      .toEqual([expect.stringMatching(/secrets is \["api-token"\], allowed is none: .*rule: 'service-account-legacy-token-secret'/)]);
  });

  test('is accepted with a reason', () => {
    const account = withSecret('later');
    Acknowledgements.of(account).add({ rule: 'service-account-legacy-token-secret', reason: 'a build server outside' });
    expect(manifestsOf(account)[0].secrets).toEqual([{ name: 'api-token' }]);
  });
});

describe('a reference to an account in the cluster', () => {
  test('is in the namespace of its chart', () => {
    const account = LeastPrivilegeServiceAccount.fromServiceAccountName(chartOf(), 'x', 'builder');
    expect(account.toSubjectConfiguration()).toMatchObject({ kind: 'ServiceAccount', name: 'builder', namespace: 'shop' });
  });

  test('is in the namespace that was given', () => {
    const account = LeastPrivilegeServiceAccount.fromServiceAccountName(chartOf(), 'x', 'builder', { namespaceName: 'ci' });
    expect(account.toSubjectConfiguration().namespace).toBe('ci');
  });

  test('is never silently in the namespace default', () => {
    const chart = chartOf({});
    LeastPrivilegeServiceAccount.fromServiceAccountName(chart, 'x', 'builder');
    expect(() => Testing.synth(chart)).toThrow(/\[chart\/x\] namespaceName is missing/);
  });
});
