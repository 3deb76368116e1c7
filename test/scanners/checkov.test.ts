import { checkov, scanWithCheckov } from './checkov';
import { BROKEN, examples, objectsIn } from './manifests';
import { describeScanner } from './scanner';

describeScanner(checkov, (scanner) => {
  // jest fails an empty table: no example is no success
  test.each(examples())('no failed and no skipped check in %s', (_, folder) => {
    const verdict = scanWithCheckov(scanner, folder);
    expect(verdict).toMatchObject({ failed: [], skipped: 0 });
    expect(verdict.passed).toBeGreaterThan(0);
    expect(verdict.resources).toBeGreaterThanOrEqual(objectsIn(folder).length);
  });

  test('complains about a broken Deployment', () => {
    expect(scanWithCheckov(scanner, BROKEN).failed).toEqual(expect.arrayContaining([
      'Deployment.shop.broken CKV_K8S_16', // privileged
      'Deployment.shop.broken CKV_K8S_11', // no CPU limit
      'Deployment.shop.broken CKV_K8S_14', // image tag latest
    ]));
  });
});
