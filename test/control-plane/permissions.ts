import { CONNECTIONS, Client, KubernetesObject } from './client';
import { Question, asText } from './questions';

/** A ServiceAccount. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** Every ServiceAccount in manifests. */
export function accountsIn(objects: KubernetesObject[]): Account[] {
  return objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => ({ namespace: metadata.namespace ?? 'default', name: metadata.name! }));
}

/**
 * What an account may do, by the word of the API server: one SubjectAccessReview a question.
 *
 * @returns the questions that the server answered with yes, in their order
 */
export async function permissionsOf(client: Client, account: Account, questions: Question[]): Promise<string[]> {
  const allowed: boolean[] = [];
  const unasked = questions.entries();
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (const [index, question] of unasked) { allowed[index] = await isAllowed(client, account, question); }
  }));
  return questions.filter((_, index) => allowed[index]).map(asText);
}

async function isAllowed(client: Client, { namespace, name }: Account, question: Question): Promise<boolean> {
  const { verb, path, group, namespace: scope, name: object } = question;
  const [resource, subresource] = (question.resource ?? '').split('/');
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: {
      user: `system:serviceaccount:${namespace}:${name}`,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
      ...(path === undefined
        ? { resourceAttributes: { verb, group, resource, subresource, namespace: scope, name: object } }
        : { nonResourceAttributes: { verb, path } }),
    },
  };
  const { status, body } = await client.request('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', review);
  if (status !== 201) { throw new Error(`no answer to whether ${name} may ${asText(question)}: ${status} ${body.message}`); }
  return body.status.allowed;
}
