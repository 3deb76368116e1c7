import { readFileSync } from 'fs';
import { join } from 'path';
import { randomDocuments } from './random-documents';
import { buildDocuments } from '../../src/manifests/build-documents';
import { NodeTable } from '../../src/manifests/node-table';
import { quickDocument } from '../../src/manifests/quick/quick-document';
import { ReadingError } from '../../src/manifests/reading-error';

/** Everything that a reader found: the value, and where each part of it stands. */
type Reading = { value: unknown; places: string[] } | 'refused' | 'several';

function quickly(text: string): Reading | undefined {
  const nodes = new NodeTable(text);
  const document = quickDocument(text, 0, text.length, nodes);
  return document && { value: document.value, places: places(nodes, document.value, document.node) };
}

function fully(text: string): Reading {
  const nodes = new NodeTable(text);
  try {
    const [document, ...others] = buildDocuments(text, 0, text.length, nodes);
    return others.length > 0 || document === undefined ? 'several' : { value: document.value, places: places(nodes, document.value, document.node) };
  } catch (error) {
    if (error instanceof ReadingError) { return 'refused'; }
    throw error;
  }
}

function places(nodes: NodeTable, value: unknown, node: number, path = ''): string[] {
  const here = `${path}@${nodes.offset(node)}`;
  if (typeof value !== 'object' || value === null) { return [here]; }
  return [here, ...Object.entries(value).flatMap(([key, child]) => {
    const field = nodes.child(node, Array.isArray(value) ? Number(key) : key);
    return field ? [`${path}.${key}@${nodes.offset(field.key)}`, ...places(nodes, child, field.value, `${path}.${key}`)] : [`${path}.${key}@nowhere`];
  })];
}

describe('the quick reader', () => {
  const golden: { yaml: string }[] = JSON.parse(readFileSync(join(__dirname, 'golden', 'go-yaml.json'), 'utf8'));

  test('reads what it reads as the full reader does: the golden texts', () => {
    let read = 0;
    for (const { yaml } of golden) {
      const quick = quickly(yaml);
      if (quick !== undefined) {
        expect({ yaml, reading: quick }).toEqual({ yaml, reading: fully(yaml) });
        read++;
      }
    }
    expect(read).toBeGreaterThan(80);
  });

  test('reads what it reads as the full reader does: twenty thousand random texts, well-formed and not', () => {
    const counts = { read: 0, left: 0 };
    for (const yaml of randomDocuments(20_000)) {
      const quick = quickly(yaml);
      if (quick === undefined) {
        counts.left++;
      } else {
        counts.read++;
        expect({ yaml, reading: quick }).toEqual({ yaml, reading: fully(yaml) });
      }
    }
    expect(counts.read).toBeGreaterThan(3000);
    expect(counts.left).toBeGreaterThan(4000);
  });

  test('reads an ordinary manifest, so that ordinary manifests are quick', () => {
    const yaml = [
      '---', '# Source: shop/templates/api.yaml', 'apiVersion: apps/v1', 'kind: Deployment', 'metadata:', '  name: api', '  labels: {app: api, tier: "web"}',
      '  annotations:', '    example.com/note: \'a note\'  # why', 'spec:', '  replicas: 2', '  template:', '    spec:', '      containers:', '      - name: api',
      '        image: "registry.example.com/api:1.0"', '        command: ["/bin/api", --verbose]', '        args:', '        - --port=8080', '        - $(HOST):80', '',
      '        env:', '        - name: A', '          value: |', '            one', '', '             two', '      volumes: []', '', '# the end',
    ].join('\n');
    expect(quickly(yaml)).toEqual(fully(yaml));
    expect(quickly(yaml)).toMatchObject({ value: { spec: { template: { spec: { containers: [{ env: [{ value: 'one\n\n two\n' }] }] } } } } });
  });

  test.each(['a: é\n', 'a:\tb\n', 'a: b\r\n', 'a: &x b\n', 'a: !x b\n', 'a: "\\n"\n', 'a: b\n  c\n', 'a: >\n  b\n', 'a: 1\na: 2\n', '__proto__: 1\n', 'a: .inf\n', '', '# x\n', 'a: [b,\n  c]\n'])(
    'leaves %j to the full reader, with no nodes behind', (yaml) => {
      const nodes = new NodeTable(yaml);
      expect(quickDocument(yaml, 0, yaml.length, nodes)).toBeUndefined();
      expect(nodes.size).toBe(0);
    });

  test('keeps to its piece of the text', () => {
    const text = 'a: 1\n---\nb:\n---\nc: "x\n---\n"\n';
    const nodes = new NodeTable(text);
    expect(quickDocument(text, 5, 12, nodes)?.value).toEqual({ b: null });
    expect(quickDocument(text, 12, 22, nodes)).toBeUndefined();
  });

  test('freezes deeply', () => {
    const { value } = quickly('a:\n- {b: [c]}\n') as { value: { a: { b: string[] }[] } };
    expect([value, value.a, value.a[0], value.a[0].b].every(Object.isFrozen)).toBe(true);
  });
});
