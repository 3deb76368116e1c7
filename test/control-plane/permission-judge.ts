import { Client, KubernetesObject } from './client';
import { grantsOf } from './grants';
import { Account, permissionsOf } from './permissions';
import { Question, asText, questionsAbout } from './questions';

/** Holds what accounts may do, by the word of the API server, against what manifests grant them. */
export class PermissionJudge {
  /**
   * @param objects the manifests, which the server has by now
   */
  public static async on(client: Client, objects: KubernetesObject[]): Promise<PermissionJudge> {
    const questions = await questionsAbout(client, objects);
    const everybody = await permissionsOf(client, { namespace: 'default', name: 'without-any-binding' }, questions);
    return new PermissionJudge(client, objects, questions, new Set(everybody));
  }

  private constructor(
    private readonly client: Client,
    private readonly objects: KubernetesObject[],
    private readonly questions: Question[],
    private readonly everybody: Set<string>,
  ) {}

  /** What the account may do beyond its grants and what Kubernetes lets everybody do, and what it is granted and yet may not do. */
  public async differences(account: Account): Promise<string[]> {
    const isGranted = grantsOf(account, this.objects);
    const granted = new Set(this.questions.filter(isGranted).map(asText));
    const allowed = new Set(await permissionsOf(this.client, account, this.questions));
    return [
      ...[...allowed].filter((deed) => !granted.has(deed) && !this.everybody.has(deed)).map((deed) => `may ${deed}, which it is not granted`),
      ...[...granted].filter((deed) => !allowed.has(deed)).map((deed) => `may not ${deed}, which it is granted`),
    ];
  }
}
