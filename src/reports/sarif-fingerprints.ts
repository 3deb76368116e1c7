import { createHash } from 'crypto';
import { Finding } from '../findings/finding';

/**
 * What makes a finding the same one in the next run: rule, file, object and field, but neither line nor
 * column, so that lines may move above it. Equal ones are told apart by counting.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  public of({ ruleId, file, resource, path }: Finding): string {
    const { apiVersion, kind, namespace, name } = resource;
    const identity = JSON.stringify([ruleId, file, apiVersion, kind, namespace ?? null, name, path]);
    const count = this.seen.get(identity) ?? 0;
    this.seen.set(identity, count + 1);
    return createHash('sha256').update(count === 0 ? identity : `${identity}#${count}`).digest('hex').slice(0, 32);
  }
}
