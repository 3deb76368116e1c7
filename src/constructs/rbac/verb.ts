/**
 * What may be done with a resource, as Kubernetes spells it.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
 */
export enum Verb {
  /** Read one object. */
  GET = 'get',

  /** Read all objects, with their contents. With `resourceNames` only a client that asks with the field selector `metadata.name` is let in. */
  LIST = 'list',

  /** Follow all objects, with their contents. With `resourceNames` only a client that asks with the field selector `metadata.name` is let in. */
  WATCH = 'watch',

  /** Create objects, and call subresources such as `pods/eviction`. Object names cannot limit it. */
  CREATE = 'create',

  /** Replace objects. */
  UPDATE = 'update',

  /** Change parts of objects. */
  PATCH = 'patch',

  /** Delete single objects. */
  DELETE = 'delete',

  /** Delete all objects of a kind with one request. Names cannot limit it. */
  DELETE_COLLECTION = 'deletecollection',

  /** On `roles` and `clusterroles`: bind roles with rights that one does not have. */
  BIND = 'bind',

  /** On `roles` and `clusterroles`: write rights into roles that one does not have. */
  ESCALATE = 'escalate',

  /** On `users`, `groups`, `serviceaccounts`, `uids`, `userextras`: act as somebody else. */
  IMPERSONATE = 'impersonate',

  /** On `signers`: approve certificate signing requests. */
  APPROVE = 'approve',

  /** On `signers`: issue certificates. */
  SIGN = 'sign',

  /** On `signers`: publish trust bundles. */
  ATTEST = 'attest',

  /** On policies such as `securitycontextconstraints`: run pods under them. */
  USE = 'use',

  /** Every verb, those of the future included. Refused unless `rbac-wildcard` is acknowledged. */
  ALL = '*',
}
