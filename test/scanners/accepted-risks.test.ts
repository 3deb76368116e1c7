import { acceptedRisks } from './accepted-risks';
import { checkov, scanWithCheckov } from './checkov';
import { complaintsAbout, kubeScore, scoredObjects } from './kube-score';
import { filesIn } from './manifests';
import { describeScanner } from './scanner';
import { Scanner } from '../../src';

describeScanner(kubeScore, (scanner) => {
  test('is quiet about what was acknowledged, and about nothing else', () => {
    const complaints = (told?: Scanner) => scoredObjects(scanner, filesIn(acceptedRisks(told)), '--disable-ignore-checks-annotations=false')
      .flatMap((object) => complaintsAbout(object).map((check) => `${object.type_meta.kind} ${check}`)).sort();
    const [untold, told] = [complaints(), complaints(Scanner.KUBE_SCORE)];
    const quiet = ['deployment-replicas', 'container-security-context-privileged'].map((check) => `Deployment ${check}`);
    expect(untold).toEqual(expect.arrayContaining(quiet));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(untold.filter((complaint) => !quiet.includes(complaint)));
  });
});

describeScanner(checkov, (scanner) => {
  test('is quiet about what was acknowledged, and about nothing else', () => {
    const [untold, told] = [scanWithCheckov(scanner, acceptedRisks()), scanWithCheckov(scanner, acceptedRisks(Scanner.CHECKOV))];
    const quiet = ['CKV_K8S_16', 'CKV_K8S_19', 'CKV_K8S_20', 'CKV_K8S_43'].map((check) => `Deployment.agents.agent ${check}`);
    expect(untold.failed).toEqual(expect.arrayContaining(quiet));
    expect(told.failed.length).toBeGreaterThan(3);
    expect(told.failed).toEqual(untold.failed.filter((check) => !quiet.includes(check)));
    expect(told.skipped).toBe(quiet.length);
  });
});
