import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Grant } from './grant';
import { GrantedPermission } from './granted-permission';
import { GrantedRole } from './granted-role';
import { Acknowledgement } from '../../findings/acknowledgement';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../kubernetes/names';
import { TAKEOVER } from '../../standards/rbac/takeover';
import { Acknowledgements } from '../acknowledgement/acknowledgements';
import { PropCheck, checkAtSynth } from '../validation/prop-check';

/**
 * Properties of a `LeastPrivilegeServiceAccount`.
 */
export interface LeastPrivilegeServiceAccountProps extends kplus.ServiceAccountProps {
  /**
   * What pods that run as this account may do in the Kubernetes API.
   *
   * @default - nothing: a stolen token, if there were one, would open nothing
   */
  readonly grants?: Grant[];
}

/**
 * A service account that may do nothing but what it is granted, one permission at a time.
 *
 * Pods get no token by default: whoever breaks into one finds no way into the Kubernetes API. A
 * `HardenedDeployment` whose account has grants gets a short-lived token of its own instead.
 *
 * Grants hold in the account's own namespace unless they say otherwise, and become one Role per
 * namespace (or ClusterRole) with one rule per grant, bound to this account and nobody else.
 * Permissions that give an attacker more than they seem to (wildcards, Secrets without names,
 * `pods/exec`, creating workloads, `bind`, `escalate`, `impersonate`, and many more) are refused at
 * synth, with what an attacker would do with them, unless they are acknowledged on the grant or on
 * the account; the reason is then written on the Role.
 *
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/
 *
 * @example
 *
 * new LeastPrivilegeServiceAccount(this, 'account', {
 *   grants: [{ resource: kplus.ApiResource.CONFIG_MAPS, verbs: [Verb.GET, Verb.WATCH], resourceNames: ['prices'] }],
 * });
 */
export class LeastPrivilegeServiceAccount extends kplus.ServiceAccount {
  /**
   * Refer to a service account that exists in the cluster.
   *
   * Other than in cdk8s-plus, its namespace is that of the chart unless it is given: a binding to
   * an account in the namespace `default` would give the rights to somebody else.
   *
   * @param scope where the reference belongs
   * @param id id of the construct
   * @param name name of the service account
   * @param options the namespace, if it is not that of the chart
   */
  public static fromServiceAccountName(
    scope: Construct, id: string, name: string, options: kplus.FromServiceAccountNameOptions = {}): kplus.IServiceAccount {
    const namespaceName = options.namespaceName ?? Chart.of(scope).namespace;
    const account = kplus.ServiceAccount.fromServiceAccountName(scope, id, name, { namespaceName });
    checkAtSynth(account, () => [{
      when: dnsLabelProblem(namespaceName) !== undefined,
      prop: 'namespaceName',
      given: namespaceName,
      allowed: 'the namespace of the account, here or on the chart',
    }]);
    return account;
  }

  private readonly given: Grant[] = [];
  private readonly granted: { readonly permission: GrantedPermission; readonly role: GrantedRole }[] = [];
  private readonly roles = new Map<string | undefined, GrantedRole>();

  constructor(scope: Construct, id: string, props: LeastPrivilegeServiceAccountProps = {}) {
    super(scope, id, props);
    const { grants = [] } = props;
    if (Array.isArray(grants)) { grants.forEach((grant) => this.addGrant(grant)); }
    checkAtSynth(this, () => [
      { when: !Array.isArray(grants), prop: 'grants', given: grants, allowed: 'a list of grants' },
      ...this.accountChecks(),
      ...this.granted.flatMap(({ permission, role }) => permission.checks(role)),
    ], (found) => Acknowledgements.of(this)._accepts(found));
  }

  /**
   * What the account may do, in the order in which it was granted. Returns a copy; to add to it, use `addGrant()`.
   */
  public get grants(): Grant[] {
    return [...this.given];
  }

  /**
   * Allow something more.
   *
   * @param grant the permission
   */
  public addGrant(grant: Grant): void {
    const permission = new GrantedPermission(grant, `grants[${this.given.length}]`, this.metadata.namespace);
    this.given.push(grant);
    const { clusterWide, namespace } = permission.permission;
    const place = clusterWide ? undefined : namespace ?? '';
    const role = this.roles.get(place) ?? new GrantedRole(this, place);
    this.roles.set(place, role);
    role.add(permission);
    this.granted.push({ permission, role });
  }

  /**
   * Whether pods of this account need a token.
   *
   * @internal
   */
  public get _hasGrants(): boolean {
    return this.given.length > 0;
  }

  /**
   * Why pods may carry a token of this account although it takes over the cluster or the namespace; nothing where it does not.
   *
   * @internal
   */
  public get _reasonsForTakeover(): Acknowledgement[] {
    return [...this.roles.values()].flatMap((role) => role.reasons).filter(({ rule }) => TAKEOVER.includes(rule));
  }

  private accountChecks(): PropCheck[] {
    const { namespace } = this.metadata;
    const { secrets } = this;
    return [
      {
        when: dnsSubdomainProblem(this.name) !== undefined,
        prop: 'metadata.name',
        given: this.name,
        allowed: `a name of ${dnsSubdomainProblem('')}`,
      },
      {
        when: namespace === undefined ? this._hasGrants : dnsLabelProblem(namespace) !== undefined,
        prop: 'metadata.namespace',
        given: namespace,
        allowed: 'a namespace, here or on the chart',
        because: 'a binding without the namespace of its service account is refused by Kubernetes, or binds another account',
      },
      { when: typeof this.automountToken !== 'boolean', prop: 'automountToken', given: this.automountToken, allowed: 'true or false' },
      {
        when: this.automountToken === true,
        prop: 'automountToken',
        given: true,
        allowed: 'false',
        because: 'every container that runs as this account gets a token, whether it needs one or not; a HardenedDeployment mounts one where there are grants',
        rule: 'automounting-service-account',
      },
      {
        when: secrets.length > 0,
        prop: 'secrets',
        given: secrets.map(({ name }) => name),
        allowed: 'none',
        because: 'a token kept in a Secret works for everybody who ever saw it, from everywhere, until the Secret is deleted',
        rule: 'service-account-legacy-token-secret',
      },
    ];
  }
}
