import { Agent, request } from 'node:https';
import { AGGREGATED_DISCOVERY, ServedResource, servedResources } from './discovery';

/** What the API server said. */
export interface Answer {
  readonly status: number;
  readonly body: any;
  /** The texts of its `Warning` headers. */
  readonly warnings: string[];
}

/** How to reach the API server as a member of system:masters. */
export interface Access {
  readonly port: number;
  readonly token: string;
  /** The certificate that the server made for itself. */
  readonly certificate: string;
}

/** Any Kubernetes object. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string; readonly [field: string]: any };
  readonly [field: string]: any;
}

/** Requests in flight at a time. */
export const CONNECTIONS = 16;

/** Speaks to the API server and knows by discovery what it serves. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly resources = new Map<string, ServedResource>();

  constructor(private readonly access: Access) {}

  /** Creates an object as `kubectl create --validate=strict` would: an unknown field is an error. */
  public async create(object: KubernetesObject, options: { readonly dryRun?: boolean } = {}): Promise<Answer> {
    const path = await this.collectionOf(object);
    return this.request('POST', `${path}?fieldValidation=Strict${options.dryRun ? '&dryRun=All' : ''}`, object);
  }

  public async read(object: KubernetesObject): Promise<Answer> {
    return this.request('GET', `${await this.collectionOf(object)}/${object.metadata.name}`);
  }

  public async replaceStatus(object: KubernetesObject): Promise<Answer> {
    return this.request('PUT', `${await this.collectionOf(object)}/${object.metadata.name}/status`, object);
  }

  /** Every resource and subresource that the server serves now. */
  public async served(): Promise<ServedResource[]> {
    const documents = await Promise.all(['/api', '/apis'].map(async (path) => this.request('GET', path, undefined, AGGREGATED_DISCOVERY)));
    return documents.flatMap(({ body }) => servedResources(body));
  }

  public async request(method: string, path: string, body?: unknown, accept = 'application/json'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port: this.access.port,
        ca: this.access.certificate,
        agent: this.agent,
        method,
        path,
        headers: { 'authorization': `Bearer ${this.access.token}`, 'content-type': 'application/json', accept },
      }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => { text += chunk; }).on('error', reject).on('end', () => resolve({
          status: response.statusCode!,
          body: response.headers['content-type']?.includes('json') ? JSON.parse(text) : text,
          warnings: (response.headersDistinct.warning ?? []).map(warningText),
        }));
      });
      sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  private async collectionOf({ apiVersion, kind, metadata }: KubernetesObject): Promise<string> {
    const { resource, namespaced } = await this.resourceOf(apiVersion, kind);
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    return namespaced ? `${root}/namespaces/${metadata.namespace ?? 'default'}/${resource}` : `${root}/${resource}`;
  }

  private async resourceOf(apiVersion: string, kind: string): Promise<ServedResource> {
    const key = `${apiVersion} ${kind}`;
    if (!this.resources.has(key)) { await this.learnResources(); }
    const resource = this.resources.get(key);
    if (!resource) { throw new Error(`the API server does not serve ${key}`); }
    return resource;
  }

  private async learnResources(): Promise<void> {
    for (const served of await this.served()) {
      if (served.resource.includes('/')) { continue; }
      const apiVersion = served.group ? `${served.group}/${served.version}` : served.version;
      this.resources.set(`${apiVersion} ${served.kind}`, served);
    }
  }
}

/** The text of a header such as `299 - "unknown field \"spec.x\""`. */
function warningText(header: string): string {
  const quoted = /^\d{3} \S+ "((?:[^"\\]|\\.)*)"/.exec(header);
  return quoted ? quoted[1].replace(/\\(.)/g, '$1') : header;
}
