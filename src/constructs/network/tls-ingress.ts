import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { dnsSubdomainProblem } from '../../kubernetes/names';
import { PropCheck, checkAtSynth } from '../validation/prop-check';

/**
 * How a host name is served over HTTPS.
 */
export interface TlsIngressOptions {
  /**
   * The Secret of type `kubernetes.io/tls` with the certificate; `Secret.fromSecretName()` for one that cert-manager writes.
   */
  readonly certificate: kplus.ISecret;

  /**
   * The IngressClass.
   *
   * @default - the cluster's default class
   */
  readonly className?: string;

  /**
   * The path to serve, as a prefix.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * The pods of the Ingress controller: the only ones that are let in.
   *
   * @default - pods labelled `app.kubernetes.io/name: ingress-nginx` in the namespace `ingress-nginx`
   */
  readonly controller?: kplus.INetworkPolicyPeer;
}

/**
 * Properties of a TlsIngress.
 */
export interface TlsIngressProps extends TlsIngressOptions, kplus.ResourceProps {
  /**
   * DNS name to serve.
   */
  readonly host: string;

  /**
   * The Service behind it.
   */
  readonly service: kplus.Service;
}

/**
 * An Ingress that serves one host over HTTPS and refuses plain HTTP.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
 */
export class TlsIngress extends kplus.Ingress {
  /**
   * The pods of the Ingress controller.
   */
  public readonly controller: kplus.INetworkPolicyPeer;

  constructor(scope: Construct, id: string, props: TlsIngressProps) {
    super(scope, id, {
      metadata: {
        ...props.metadata,
        annotations: {
          'kubernetes.io/ingress.allow-http': 'false',
          'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true',
          ...props.metadata?.annotations,
        },
      },
      className: props.className,
      tls: [{ hosts: [props.host], secret: props.certificate }],
      rules: [{ host: props.host, path: props.path ?? '/', backend: kplus.IngressBackend.fromService(props.service) }],
    });
    this.controller = props.controller ?? kplus.Pods.select(this, 'Controller', {
      labels: { 'app.kubernetes.io/name': 'ingress-nginx' },
      namespaces: kplus.Namespaces.select(this, 'ControllerNamespace', { names: ['ingress-nginx'] }),
    });
    const problem = dnsSubdomainProblem(props.host?.replace(/^\*\./, ''));
    checkAtSynth(this, () => [{ when: problem !== undefined, prop: 'host', given: props.host, allowed: problem ?? '' }]);
  }
}

/** An Ingress of cdk8s-plus serves plain HTTP unless told otherwise. */
export function tlsChecks(ingress: kplus.Ingress): PropCheck[] {
  const tls = ApiObject.of(ingress).toJson().spec?.tls;
  return [{
    when: !Array.isArray(tls) || tls.length === 0, rule: 'ingress-without-tls', prop: `ingress[${ingress.name}].tls`, given: tls,
    allowed: 'a certificate for the host; see exposeViaTlsIngress()', because: 'passwords and sessions cross the network in the clear',
  }];
}
