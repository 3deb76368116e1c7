import { kubeScore, scanWithKubeScore } from './kube-score';
import { BROKEN, examples, filesIn, objectsIn } from './manifests';
import { describeScanner } from './scanner';

const KINDS_WITH_CHECKS = /^(Deployment|NetworkPolicy|PodDisruptionBudget|Service|Ingress|StatefulSet|CronJob|HorizontalPodAutoscaler)\//;

/** What docs/scanners.md gives a reason for, by example. Nothing else, and nothing that is no longer reported. */
const IMPOSSIBLE: Record<string, string[]> = {
  'online-boutique': ['Deployment/redis-cart deployment-replicas'],
};

describeScanner(kubeScore, (scanner) => {
  // jest fails an empty table: no example is no success
  test.each(examples())('nothing critical and no warning in %s', (name, folder) => {
    const { judged, complaints } = scanWithKubeScore(scanner, filesIn(folder));
    expect(complaints).toEqual(IMPOSSIBLE[name] ?? []);
    expect(judged).toEqual(expect.arrayContaining(objectsIn(folder).filter((object) => KINDS_WITH_CHECKS.test(object))));
  });

  test('complains about a broken Deployment, with critical findings and with warnings', () => {
    expect(scanWithKubeScore(scanner, filesIn(BROKEN)).complaints).toEqual(expect.arrayContaining([
      'Deployment/broken container-security-context-privileged',
      'Deployment/broken container-resources',
      'Deployment/broken container-image-tag',
      'Deployment/broken pod-networkpolicy',
      'Deployment/broken deployment-replicas',
    ]));
  });
});
