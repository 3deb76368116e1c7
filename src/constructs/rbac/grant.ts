import * as kplus from 'cdk8s-plus-27';
import { Verb } from './verb';
import { Acknowledgement } from '../../findings/acknowledgement';

/**
 * One permission of a service account: verbs on one kind of resource.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export interface Grant {
  /**
   * What the permission is for: a kind of resource (`kplus.ApiResource.CONFIG_MAPS`,
   * `kplus.ApiResource.custom({ … })`), or one object of the application (a `kplus.Secret`, a
   * `HardenedDeployment`), which limits the permission to the object's name.
   */
  readonly resource: kplus.IApiResource;

  /**
   * What may be done with it.
   */
  readonly verbs: Verb[];

  /**
   * Names of the objects that the permission is limited to.
   *
   * `list` and `watch` are then only allowed to clients that ask for one of the names with the field
   * selector `metadata.name`; `create` and `deletecollection` cannot be limited by name.
   *
   * @default - all objects of the kind, unless `resource` is one object
   * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
   */
  readonly resourceNames?: string[];

  /**
   * Subresource that the permission is for instead of the resource itself, such as `log` or `scale`.
   *
   * @default - the resource itself, none of its subresources
   */
  readonly subresource?: string;

  /**
   * Namespace whose objects the permission is for: the Role is created there.
   *
   * @default - the namespace of the service account: a stolen token opens no other namespace
   */
  readonly namespaceName?: string;

  /**
   * Whether the permission holds in all namespaces and for cluster-scoped resources (ClusterRole and
   * ClusterRoleBinding).
   *
   * @default false - one namespace: a stolen token opens no other namespace
   */
  readonly clusterWide?: boolean;

  /**
   * Reasons for which dangers of this permission are accepted; each is written on the Role or
   * ClusterRole that holds the permission.
   *
   * @default - none: a dangerous permission is refused at synth
   */
  readonly acknowledgements?: Acknowledgement[];
}
