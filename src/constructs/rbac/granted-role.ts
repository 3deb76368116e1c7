import { ApiObject, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { GrantedPermission } from './granted-permission';
import { Acknowledgement } from '../../findings/acknowledgement';
import { Acknowledgements } from '../acknowledgement/acknowledgements';
import { clusterScoped } from '../cluster-scoped';

const GROUP = 'rbac.authorization.k8s.io';

/**
 * The Role or ClusterRole that holds what an account was granted in one place, bound to the account.
 * Reasons for accepted dangers are written on it when it is rendered: they may be given until then.
 */
export class GrantedRole extends ApiObject {
  private readonly granted: GrantedPermission[];

  /**
   * @param namespace where the permissions hold; without it in the whole cluster
   */
  constructor(private readonly account: kplus.ServiceAccount, namespace: string | undefined) {
    const granted: GrantedPermission[] = [];
    const kind = namespace === undefined ? 'ClusterRole' : 'Role';
    const home = account.metadata.namespace;
    const suffix = namespace === undefined || namespace === home ? '' : `-${namespace}`;
    // Accounts of several namespaces may be granted something in one place; a colon is in no name of theirs.
    const name = namespace !== undefined && namespace === home ? account.name : `${home}:${account.name}`;
    super(account, `${kind}${suffix}`, {
      apiVersion: `${GROUP}/v1`,
      kind,
      metadata: { name, namespace },
      rules: Lazy.any({ produce: () => granted.map(({ rule }) => rule) }),
    });
    this.granted = granted;
    const binding = new ApiObject(account, `${kind}Binding${suffix}`, {
      apiVersion: `${GROUP}/v1`,
      kind: `${kind}Binding`,
      metadata: { name, namespace },
      roleRef: { apiGroup: GROUP, kind, name },
      subjects: [{ kind: 'ServiceAccount', name: account.name, namespace: home }],
    });
    if (namespace === undefined) { [this, binding].forEach(clusterScoped); }
  }

  public add(permission: GrantedPermission): void {
    this.granted.push(permission);
    const reasons = Acknowledgements.of(this);
    for (const acknowledgement of permission.acknowledgements) {
      reasons.add(acknowledgement);
      if (reasons.all.includes(acknowledgement)) { permission.accepted.set(acknowledgement.rule, acknowledgement); }
    }
  }

  public toJson(): any {
    for (const acknowledgement of this.reasons()) { Acknowledgements.of(this).add(acknowledgement); }
    return super.toJson();
  }

  private reasons(): Acknowledgement[] {
    const ofAccount = new Map(Acknowledgements.of(this.account).all.map((one) => [one.rule, one]));
    const reasons = new Map<string, Acknowledgement>();
    for (const { rules, accepted } of this.granted) {
      for (const rule of rules) {
        const one = accepted.get(rule) ?? ofAccount.get(rule);
        const earlier = reasons.get(rule);
        if (one) { reasons.set(rule, earlier ? together(earlier, one) : one); }
      }
    }
    return [...reasons.values()];
  }
}

/** Both reasons, until the first of them expires. */
function together(one: Acknowledgement, other: Acknowledgement): Acknowledgement {
  const reason = one.reason.split('; ').includes(other.reason) ? one.reason : `${one.reason}; ${other.reason}`;
  const [expires] = [one.expires, other.expires].filter((day) => day !== undefined).sort();
  return { rule: one.rule, reason, expires };
}
