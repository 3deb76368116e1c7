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
   * The port of the Service that is served.
   *
   * @default - the Service's first port; its others stay closed to the controller
   */
  readonly port?: number;

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

const ALLOW_HTTP = 'kubernetes.io/ingress.allow-http';

/** What keeps plain HTTP away, by controller: those of Google's load balancers, and ingress-nginx. */
const HTTPS_ONLY = {
  [ALLOW_HTTP]: 'false',
  'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true',
};

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
      metadata: { ...props.metadata, annotations: { ...HTTPS_ONLY, ...props.metadata?.annotations } },
      className: props.className,
      tls: [{ hosts: [props.host], secret: props.certificate }],
      rules: [{
        host: props.host,
        path: props.path ?? '/',
        backend: kplus.IngressBackend.fromService(props.service, { port: props.port ?? props.service.port }),
      }],
    });
    this.controller = props.controller ?? kplus.Pods.select(this, 'Controller', {
      labels: { 'app.kubernetes.io/name': 'ingress-nginx' },
      namespaces: kplus.Namespaces.select(this, 'ControllerNamespace', { names: ['ingress-nginx'] }),
    });
    checkAtSynth(this, () => this.checks(props));
  }

  private checks({ host, certificate }: TlsIngressProps): PropCheck[] {
    const { namespace } = this.metadata;
    const annotations = this.metadata.toJson()?.annotations ?? {};
    return [
      { when: !isHost(host), prop: 'host', given: host, allowed: 'a DNS name such as shop.example.com, or *.example.com' },
      {
        when: typeof certificate?.name !== 'string', prop: 'certificate', given: certificate && 'something else', allowed: 'a Secret with the certificate',
        because: 'the controller would serve a certificate of its own that no client trusts',
      },
      {
        when: certificate instanceof kplus.Secret && certificate.metadata.namespace !== namespace,
        prop: 'certificate', given: certificate?.name, allowed: `a Secret in the namespace of the Ingress, ${namespace ?? 'which is not set'}`,
      },
      ...Object.entries(HTTPS_ONLY).map(([annotation, value]) => ({
        when: annotations[annotation] !== value, prop: `metadata.annotations[${annotation}]`, given: annotations[annotation], allowed: value,
        because: 'passwords and sessions would cross the network in the clear',
      })),
    ];
  }
}

/** An Ingress of cdk8s-plus serves plain HTTP unless it has a certificate for each of its hosts. */
export function tlsChecks(ingress: kplus.Ingress): PropCheck[] {
  const on = ApiObject.of(ingress);
  const { metadata: { annotations = {} }, spec: { tls, rules = [] } = {} as any } = on.toJson();
  const certified: { hosts?: string[] }[] = (tls ?? []).filter((entry: { secretName?: string }) => entry.secretName);
  const open = rules.some(({ host }: { host?: string }) => host && !certified.some(({ hosts }) => !hosts || hosts.some((name) => covers(name, host))));
  // found with and without a certificate
  const also = annotations[ALLOW_HTTP] === 'false' ? [] : ['ingress-allows-http'];
  return [
    { when: certified.length === 0, rule: 'ingress-without-tls' },
    { when: certified.length > 0 && open, rule: 'ingress-host-without-tls' },
  ].map((row) => ({
    ...row, also, on, prop: `ingress[${ingress.name}].tls`, given: tls,
    allowed: 'a certificate for each host; see exposeViaTlsIngress()', because: 'passwords and sessions cross the network in the clear',
  }));
}

function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1));
}

/** An address is no name: a certificate is for names. */
function isHost(host: unknown): boolean {
  return typeof host === 'string' && dnsSubdomainProblem(host.replace(/^\*\./, '')) === undefined && !/^[\d.]+$/.test(host) && host.includes('.');
}
