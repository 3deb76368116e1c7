import { ApiObject } from 'cdk8s';
import { Grant } from './grant';
import { Permission, describe, permissionOf } from './permission';
import { mistakesOf } from './permission-mistakes';
import { Acknowledgement } from '../../findings/acknowledgement';
import { PolicyRule, allowsAny } from '../../kubernetes/rbac';
import { DangerousPermission } from '../../standards/rbac/dangerous-permission';
import { DANGEROUS_PERMISSIONS } from '../../standards/rbac/dangerous-permissions';
import { PropCheck } from '../validation/prop-check';

/** A grant, read once when it is given: the rule it becomes, what is wrong with it, the dangers in it and those it accepts. */
export class GrantedPermission {
  public readonly permission: Permission;
  /** Dangers that the grant itself has a reason for, by rule. */
  public readonly accepted = new Map<string, Acknowledgement>();
  private readonly dangers: DangerousPermission[];
  private readonly mistakes: PropCheck[];

  constructor(private readonly grant: Partial<Grant>, private readonly prop: string, accountNamespace: string | undefined) {
    if (typeof grant !== 'object' || grant === null) {
      this.mistakes = [{ when: true, prop, given: grant, allowed: 'a grant: { resource, verbs }' }];
      this.grant = {};
      this.permission = permissionOf({}, accountNamespace);
      this.dangers = [];
      return;
    }
    this.permission = permissionOf(grant, accountNamespace);
    const { rule, clusterWide, namespace } = this.permission;
    this.dangers = DANGEROUS_PERMISSIONS.filter((danger) => allowsAny(rule, danger, clusterWide ? undefined : namespace ?? ''));
    this.mistakes = [...mistakesOf(grant, this.permission, prop), ...this.acknowledgementMistakes()];
  }

  public get rule(): PolicyRule {
    const { resourceNames, ...rule } = this.permission.rule;
    return resourceNames.length > 0 ? { ...rule, resourceNames } : rule;
  }

  /** Ids of the rules that refuse the grant. */
  public get rules(): string[] {
    return [...new Set(this.dangers.map((danger) => danger.rule))];
  }

  /** The acknowledgements on the grant that it has use for. */
  public get acknowledgements(): Acknowledgement[] {
    const given: unknown = this.grant.acknowledgements;
    return Array.isArray(given) ? given.filter((one: Partial<Acknowledgement> | undefined) => this.rules.includes(one?.rule ?? '')) : [];
  }

  /**
   * Mistakes, and the dangers without a reason of the grant's own.
   *
   * @param role that holds the permission
   */
  public checks(role: ApiObject): PropCheck[] {
    return [
      ...this.mistakes,
      ...this.dangers.map(({ rule, attack }) => ({
        when: !this.accepted.has(rule),
        prop: this.prop,
        given: describe(this.permission),
        allowed: `a narrower grant, or one whose acknowledgements accept ${rule}`,
        because: attack,
        rule,
        on: role,
      })),
    ];
  }

  private acknowledgementMistakes(): PropCheck[] {
    const given: unknown = this.grant.acknowledgements ?? [];
    const prop = `${this.prop}.acknowledgements`;
    if (!Array.isArray(given)) { return [{ when: true, prop, given, allowed: 'a list of acknowledgements' }]; }
    const allowed = this.rules.length > 0 ? `among ${this.rules.join(', ')}` : 'none, as no rule refuses this grant';
    return given.map((one: Partial<Acknowledgement> | undefined, index) => (
      { when: !this.rules.includes(one?.rule ?? ''), prop: `${prop}[${index}].rule`, given: one?.rule, allowed }
    ));
  }
}
