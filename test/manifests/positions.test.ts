import { LineTable } from '../../src/manifests/line-table';
import { ManifestText } from '../../src/manifests/manifest-text';
import { readDocuments } from '../../src/manifests/read-documents';

const positions = (yaml: string, at = 0) => {
  const { objects, errors } = readDocuments(new ManifestText('a.yaml', yaml));
  expect(errors).toEqual([]);
  return (path: string) => {
    const { line, column } = objects[at].position(path);
    return `${line}:${column}`;
  };
};

const DEPLOYMENT = `# a comment
apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    acknowledge.cdk8s-bulwark/host-network: "because"
    'quoted/key': x
  name: a
spec:
  template:
    spec:
      hostNetwork: yes
      containers:
      - name: one
        securityContext: {privileged: true}
      -
        name: two
        args: ["a", "b",
          "c"]
        env:
`;

describe('positions', () => {
  test.each([
    ['', '2:1'],
    ['kind', '3:1'],
    ['metadata.name', '8:3'],
    ['spec.template.spec.hostNetwork', '12:7'],
    ['spec.template.spec.containers[0]', '14:9'],
    ['spec.template.spec.containers[0].name', '14:9'],
    ['spec.template.spec.containers[0].securityContext.privileged', '15:27'],
    ['spec.template.spec.containers[1].name', '17:9'],
    ['spec.template.spec.containers[1].args[1]', '18:22'],
    ['spec.template.spec.containers[1].args[2]', '19:12'],
    ['spec.template.spec.containers[1].env', '20:9'],
  ])('the path "%s" is found at %s', (path, position) => {
    expect(positions(DEPLOYMENT)(path)).toBe(position);
  });

  test.each([
    ['spec.template.spec.containers[1].securityContext.privileged', '17:9'],
    ['spec.template.spec.containers[7].name', '13:7'],
    ['spec.template.metadata.labels', '10:3'],
    ['spec.template.spec.hostNetwork.foo', '12:7'],
    ['metadata[0]', '4:1'],
    ['status', '2:1'],
  ])('the absent path "%s" is at the nearest field above it', (path, position) => {
    expect(positions(DEPLOYMENT)(path)).toBe(position);
  });

  test('a name with dots is found where the path quotes it', () => {
    expect(positions(DEPLOYMENT)('metadata.annotations["acknowledge.cdk8s-bulwark/host-network"]')).toBe('6:5');
  });

  test('a quoted key is where its text begins', () => {
    expect(positions(DEPLOYMENT)('metadata.annotations["quoted/key"]')).toBe('7:6');
  });

  test('lines are counted in the file, not in the document', () => {
    const yaml = `${DEPLOYMENT}---\n${DEPLOYMENT}`;
    expect(positions(yaml, 1)('kind')).toBe('24:1');
    expect(positions(yaml.replace(/\n/g, '\r\n'), 1)('kind')).toBe('24:1');
  });

  test('a byte order mark moves nothing', () => {
    expect(positions('apiVersion: v1\nkind: Pod\n')('kind')).toBe('2:1');
  });

  test('a value behind an alias is where the anchor is, and so is a merged field', () => {
    const yaml = 'apiVersion: v1\nkind: Pod\nx: &x\n  privileged: true\nspec:\n  a: *x\n  b:\n    <<: *x\n    c: 1\n  d:\n    <<: [{e: 1}, *x]\n';
    expect(positions(yaml)('spec.a.privileged')).toBe('4:3');
    expect(positions(yaml)('spec.b.privileged')).toBe('4:3');
    expect(positions(yaml)('spec.b.c')).toBe('9:5');
    expect(positions(yaml)('spec.d.privileged')).toBe('4:3');
    expect(positions(yaml)('spec.d.e')).toBe('11:11');
  });

  test('of a field that is merged over, the one that counts is found', () => {
    const yaml = 'apiVersion: v1\nkind: Pod\nx: &x {privileged: true}\nspec:\n  privileged: false\n  <<: *x\n';
    expect(positions(yaml)('spec.privileged')).toBe('3:8');
  });

  test('items of a list are found where they stand', () => {
    const list = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n- {apiVersion: v1, kind: Pod, spec: {hostPID: true}}\n';
    expect(positions(list, 0)('kind')).toBe('5:3');
    expect(positions(list, 1)('spec.hostPID')).toBe('6:38');
  });

  test('JSON has positions, also in one line and concatenated', () => {
    const json = '{"apiVersion":"v1","kind":"Pod"}\n{"apiVersion":"v1","kind":"Pod",\n "spec":{"hostIPC":true}}';
    expect(positions(json, 1)('spec.hostIPC')).toBe('3:11');
  });

  test('every field of a large document is found on its own line', () => {
    const fields = Array.from({ length: 3000 }, (_, at) => `  field${at}: {value: ${at}}`);
    const at = positions(`apiVersion: v1\nkind: Thing\nspec:\n${fields.join('\n')}\n`);
    for (const index of [0, 1, 1500, 2999]) { expect(at(`spec.field${index}.value`)).toBe(`${index + 4}:${`  field${index}: {`.length + 1}`); }
  });
});

describe('lines', () => {
  test.each([
    ['a\nb', 2, '2:1'], ['a\r\nb', 3, '2:1'], ['a\rb', 2, '2:1'], ['a\r\rb\n\rc', 3, '3:1'], ['a\r\rb\n\rc', 6, '5:1'], ['a\n\r\n\nb', 5, '4:1'], ['a\r', 2, '2:1'], ['', 0, '1:1'], ['ab', 1, '1:2'],
  ])('of %j, offset %i is %s', (text, offset, expected) => {
    const { line, column } = new LineTable(text).position(offset);
    expect(`${line}:${column}`).toBe(expected);
  });

  test('fields within brackets that are closed further left stand where they are written', () => {
    const at = positions('apiVersion: v1\nkind: Pod\nmetadata: {\nname: a,\n}\nspec:\n  containers: [\n  { name: "b\n  c", image: d },\n  ]\n  hostPID: true\n');
    expect(['metadata.name', 'spec.containers[0].name', 'spec.containers[0].image', 'spec.hostPID'].map(at)).toEqual(['4:1', '8:5', '9:7', '11:3']);
  });

  test('what is wrong behind such brackets is reported where it stands', () => {
    const { errors } = readDocuments(new ManifestText('a.yaml', 'apiVersion: v1\nkind: Pod\na: [\n1,\n2\n]\nb: [\n}\n'));
    expect(errors).toMatchObject([{ line: 8, column: 1 }]);
  });
});
