import { ApiObject, ApiObjectProps, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { GrantedPermission } from './granted-permission';
import { Acknowledgement } from '../../findings/acknowledgement';
import { Acknowledgements } from '../acknowledgement/acknowledgements';
import { joined } from '../acknowledgement/joined-acknowledgement';
import { clusterScoped } from '../cluster-scoped';

const GROUP = 'rbac.authorization.k8s.io';

/** Dangers of a namespace of Kubernetes: a Role for them has to be there. */
const SYSTEM_NAMESPACE_RULES = ['rbac-system-config-map-write', 'rbac-system-lease-write'];

/** An object on which reasons are written when it is rendered: they may be given until then. */
class ReasonedObject extends ApiObject {
  constructor(scope: Construct, id: string, props: ApiObjectProps, private readonly reasonsNow: () => Acknowledgement[]) {
    super(scope, id, props);
  }

  public toJson(): any {
    for (const acknowledgement of this.reasonsNow()) { Acknowledgements.of(this).add(acknowledgement); }
    return super.toJson();
  }
}

/** The Role or ClusterRole that holds what an account was granted in one place, bound to the account. */
export class GrantedRole extends ReasonedObject {
  private readonly granted: GrantedPermission[];

  /**
   * @param namespace where the permissions hold; without it in the whole cluster
   */
  constructor(private readonly account: kplus.ServiceAccount, namespace: string | undefined) {
    const granted: GrantedPermission[] = [];
    const kind = namespace === undefined ? 'ClusterRole' : 'Role';
    const home = account.metadata.namespace;
    // a ClusterRole is in no namespace
    const rulesOnPlace = namespace === undefined ? [] : SYSTEM_NAMESPACE_RULES;
    const suffix = namespace === undefined || namespace === home ? '' : `-${namespace}`;
    // Accounts of several namespaces may be granted something in one place; a colon is in no name of theirs.
    const name = namespace !== undefined && namespace === home ? account.name : `${home}:${account.name}`;
    super(account, `${kind}${suffix}`, {
      apiVersion: `${GROUP}/v1`,
      kind,
      metadata: { name, namespace },
      rules: Lazy.any({ produce: () => granted.map(({ rule }) => rule) }),
    }, () => [...this.reasons, ...this.furtherReasons('system-namespace', rulesOnPlace)]);
    this.granted = granted;
    const binding = new ReasonedObject(account, `${kind}Binding${suffix}`, {
      apiVersion: `${GROUP}/v1`,
      kind: `${kind}Binding`,
      metadata: { name, namespace },
      roleRef: { apiGroup: GROUP, kind, name },
      subjects: [{ kind: 'ServiceAccount', name: account.name, namespace: home }],
    }, () => [...this.furtherReasons('exec-binding', ['rbac-exec']), ...this.furtherReasons('system-namespace', rulesOnPlace)]);
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

  /** Why its dangers are accepted: for each rule what the grants say, or else the account. */
  public get reasons(): Acknowledgement[] {
    const ofAccount = new Map(Acknowledgements.of(this.account).all.map((one) => [one.rule, one]));
    const rules = new Set(this.granted.flatMap((permission) => permission.rules));
    return [...rules].flatMap((rule) => {
      const reasons = this.granted.filter((permission) => permission.rules.includes(rule))
        .map(({ accepted }) => accepted.get(rule) ?? ofAccount.get(rule))
        .filter((one): one is Acknowledgement => one !== undefined);
      return reasons.length > 0 ? [joined(rule, reasons)] : [];
    });
  }

  /** The reasons under one more rule, which finds what these rules find. */
  private furtherReasons(further: string, rules: readonly string[]): Acknowledgement[] {
    const reasons = this.reasons.filter(({ rule }) => rules.includes(rule));
    return reasons.length > 0 ? [joined(further, reasons)] : [];
  }
}
