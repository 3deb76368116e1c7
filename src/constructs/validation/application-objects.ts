import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ValidationPass } from './validation-pass';

const applications = new WeakMap<IConstruct, ApplicationObjects>();

/** All objects of an application, gathered once per validation however many constructs ask. */
export class ApplicationObjects {
  public static of(construct: IConstruct): ApplicationObjects {
    const { root } = construct.node;
    let objects = applications.get(root);
    if (!objects) {
      objects = new ApplicationObjects(root);
      applications.set(root, objects);
    }
    return objects;
  }

  private gathered?: Gathered;

  private constructor(private readonly root: IConstruct) {
    ValidationPass.of(root).onBegin(() => { this.gathered = undefined; });
  }

  /** In the order of construction. */
  public get all(): ApiObject[] {
    return this.gather().objects;
  }

  /** The objects that an object shares its kind, namespace and name with, itself included. */
  public namedLike(object: ApiObject): ApiObject[] {
    return this.gather().byName.get(nameOf(object.kind, object.metadata.namespace, object.name)) ?? [];
  }

  /** Whether an object is made by the application, or imported into it by name. */
  public provides(kind: string, namespace: string | undefined, name: string): boolean {
    const { byName, imported } = this.gather();
    return byName.has(nameOf(kind, namespace, name)) || imported.has(nameOf(kind, undefined, name));
  }

  private gather(): Gathered {
    this.gathered ??= gather(this.root);
    return this.gathered;
  }
}

interface Gathered {
  readonly objects: ApiObject[];
  readonly byName: Map<string, ApiObject[]>;
  readonly imported: Set<string>;
}

function gather(root: IConstruct): Gathered {
  const gathered: Gathered = { objects: [], byName: new Map(), imported: new Set() };
  for (const construct of root.node.findAll()) {
    if (ApiObject.isApiObject(construct)) {
      const name = nameOf(construct.kind, construct.metadata.namespace, construct.name);
      const same = gathered.byName.get(name) ?? [];
      gathered.byName.set(name, same);
      same.push(construct);
      gathered.objects.push(construct);
    } else if (isImport(construct)) {
      gathered.imported.add(nameOf(construct.kind, undefined, construct.name));
    }
  }
  return gathered;
}

/** What `Secret.fromSecretName()` and its siblings of cdk8s-plus return: a resource that makes no object. */
function isImport(construct: IConstruct): construct is IConstruct & { kind: string; name: string } {
  const { kind, name } = construct as { kind?: unknown; name?: unknown };
  return typeof kind === 'string' && typeof name === 'string' && construct.node.children.length === 0 && !Chart.isChart(construct);
}

function nameOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
