import { readFileSync } from 'fs';
import { join } from 'path';
import { buildDocuments } from '../../src/manifests/build-documents';
import { decodeText } from '../../src/manifests/decode-text';
import { NodeTable } from '../../src/manifests/node-table';
import { ReadingError } from '../../src/manifests/reading-error';

/** What `YAMLToJSON` of sigs.k8s.io/yaml v1.6.0, which kubectl and the API server use, makes of each text. */
const golden: { yaml: string; json?: string; error?: string }[] = JSON.parse(readFileSync(join(__dirname, 'golden', 'go-yaml.json'), 'utf8'));

/** Accepted by go-yaml and refused here, because parsers disagree on what they mean. */
const refused = ['a: {?b : c}\n', 'a: {b:}\n', 'a: [b:]\n', 'a: {!x,b: true}\n', 'a: &a:b\n', 'a: [?b]\n', '.inf: a\n'];

const read = (yaml: string) => {
  const text = decodeText(Buffer.from(yaml));
  return buildDocuments(text, 0, text.length, new NodeTable(text));
};

describe('YAML as Kubernetes reads it', () => {
  const accepted = golden.filter(({ yaml, error }) => error === undefined && !refused.includes(yaml));

  test('the golden answers cover both outcomes', () => {
    expect(accepted.length).toBeGreaterThan(150);
    expect(golden.length - accepted.length).toBeGreaterThan(25);
  });

  test.each(accepted.map(({ yaml, json }) => [JSON.stringify(yaml), yaml, json!] as const))('%s has the value that Go sees', (_, yaml, json) => {
    const [first] = read(yaml);
    expect(first?.value ?? null).toEqual(JSON.parse(json));
  });

  test.each(golden.filter(({ error }) => error !== undefined).map(({ yaml }) => [JSON.stringify(yaml), yaml]))('%s is refused as Go refuses it', (_, yaml) => {
    expect(() => read(yaml)).toThrow(ReadingError);
  });

  test.each(refused.map((yaml) => [JSON.stringify(yaml), yaml]))('%s is refused because parsers disagree', (_, yaml) => {
    expect(golden.find((each) => each.yaml === yaml)!.error).toBeUndefined();
    expect(() => read(yaml)).toThrow(ReadingError);
  });

  test('every document of a stream is built, also after an end marker', () => {
    expect(read('a: 1\n---\nb: 2\n...\nc: 3\n').map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  test('what is built is deeply frozen, aliased parts included', () => {
    const [{ value }] = read('x: &x {y: [1]}\nz: *x\n') as unknown as [{ value: { x: { y: number[] }; z: object } }];
    expect([value, value.x, value.x.y, value.z].every(Object.isFrozen)).toBe(true);
  });

  test('a field called __proto__ is a field and changes no prototype', () => {
    const [{ value }] = read('__proto__: {polluted: true}\n') as unknown as [{ value: object }];
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('fields called like methods of objects are no duplicates', () => {
    expect(read('constructor: 1\ntoString: 2\n')[0].value).toEqual(Object.assign(Object.create(null), { constructor: 1, toString: 2 }));
  });

  test.each([
    ['a: 1\na: 2\n', 'duplicate key "a"', 5],
    ['yes: 1\n"true": 2\n', 'duplicate key "true"', 8],
    ['{"a": 1, "a": 2}', 'duplicate key "a"', 10],
    ['x: &x {a: 1}\ny: {<<: *x, b: 1, b: 2}\n', 'duplicate key "b"', 31],
  ])('%j is refused for its duplicate key', (yaml, message, offset) => {
    expect(() => read(yaml)).toThrow(expect.objectContaining({ message, offset }));
  });

  test('a merged field may be written again after the merge key', () => {
    expect(read('x: &x {a: 1}\nz: {<<: *x, a: 2}\n')[0].value).toEqual({ x: { a: 1 }, z: { a: 2 } });
  });
});
