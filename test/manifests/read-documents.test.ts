import { decodeText } from '../../src/manifests/decode-text';
import { ManifestText } from '../../src/manifests/manifest-text';
import { readDocuments } from '../../src/manifests/read-documents';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
const read = (yaml: string) => readDocuments(new ManifestText('a.yaml', decodeText(Buffer.from(yaml))));
const names = (yaml: string) => read(yaml).objects.map(({ object }) => `${object.kind}/${(object.metadata as { name?: string } | undefined)?.name}`);
const messages = (yaml: string) => read(yaml).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('documents of a file', () => {
  test('several documents are several objects', () => {
    expect(names(`${POD}---\n${POD}--- # comment\n${POD}...\n---\n${POD}`)).toHaveLength(4);
  });

  test.each([
    ['Windows line ends', `${POD}---\n${POD}`.replace(/\n/g, '\r\n'), 2],
    ['a byte order mark', `\uFEFF${POD}`, 1],
    ['directives', `%YAML 1.1\n---\n${POD}---\n${POD}`, 2],
    ['empty documents and comments', `---\n# hello\n---\n${POD}---\n---\n# end\n`, 1],
    ['no line end at the end', `${POD}---\n${POD}`.trimEnd(), 2],
    ['content on the line of the marker', '--- {apiVersion: v1, kind: Pod}\n---\t{apiVersion: v1, kind: Pod}\n', 2],
    ['JSON', '{"apiVersion": "v1",\n\t"kind": "Pod"}', 1],
    ['concatenated JSON', '{"apiVersion":"v1","kind":"Pod","x":"}{"}\n{"apiVersion":"v1","kind":"Pod"}{"apiVersion":"v1","kind":"Pod"}', 3],
    ['nothing at all', '', 0],
  ])('a file with %s is read', (_, yaml, count) => {
    const { objects, errors } = read(yaml);
    expect(errors).toEqual([]);
    expect(objects).toHaveLength(count);
  });

  test('"---" within a word begins no document', () => {
    expect(names('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\ntext: |\n  ---x\n---x: 1\n')).toEqual(['Pod/a']);
  });

  test('a malformed document is an error with its place, and the others are judged', () => {
    expect(names(`${POD}---\nkind: [\n---\n${POD}`)).toEqual(['Pod/a', 'Pod/a']);
    expect(messages(`${POD}---\nkind: [\n---\n${POD}`)).toEqual([expect.stringMatching(/^[67]:\d+ /)]);
  });

  test.each([
    ['a tab as indentation', 'metadata:\n\tname: x\n', '2:1 tab characters must not be used in indentation'],
    ['a truncated string', 'metadata: {name: "x', '1:20 unexpected end of the stream within a double quoted scalar'],
    ['a duplicate key', 'kind: Pod\nkind: Pod\n', '2:1 duplicate key "kind"'],
    ['an anchor within itself', 'a: &a\n  b: *a\n', '2:6 anchor "a" contains itself'],
    ['nesting without end', '['.repeat(100_000), '1:256 nesting exceeded maxDepth (256)'],
    ['control characters', 'a: "\u0007"\n', '1:5 expected valid JSON character'],
  ])('%s is an error', (_, yaml, message) => {
    expect(messages(yaml)).toEqual([message]);
  });

  test('an alias bomb is an error, and quickly so', () => {
    const levels = 'abcdefghij'.split('').map((name, at, all) => `${name}: &${name} [${Array(10).fill(at === 0 ? 'x' : `*${all[at - 1]}`).join(', ')}]`);
    const start = Date.now();
    expect(messages(levels.join('\n'))).toEqual([expect.stringContaining('aliases stand for more than 100000 values')]);
    expect(Date.now() - start).toBeLessThan(1000);
  });

  test('aliases within reason are no bomb', () => {
    expect(messages(`${POD}x: &x [1, 2, 3]\ny: [${Array(1000).fill('*x').join(', ')}]\n`)).toEqual([]);
  });

  test.each([
    ['of escapes', `{"${'\\"'.repeat(500_000)}`],
    ['of quotes', `{${'"'.repeat(500_001)}`],
    ['of braces', '{'.repeat(500_000)],
    ['of empty lines', `{{${'\n'.repeat(500_000)}x`],
    ['of template marks', `a: b: ${'{{ '.repeat(200_000)}`],
    ['of digits', `${POD}x: ${'9'.repeat(500_000)}\ny: 0x${'f'.repeat(500_000)}\n`],
  ])('a megabyte %s takes less than a second', (_, yaml) => {
    const start = Date.now();
    read(yaml);
    expect(Date.now() - start).toBeLessThan(1000);
  });
});

describe('what a document holds', () => {
  test('a List is its items, also in a list in a list', () => {
    const list = 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- apiVersion: v1\n  kind: List\n  items: [{apiVersion: v1, kind: Pod, metadata: {name: b}}]\n';
    expect(names(list)).toEqual(['Pod/a', 'Pod/b']);
    expect(messages(list)).toEqual([]);
  });

  test('items of a typed list get the kind that API servers leave out', () => {
    const { objects } = read('apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: {name: a}\n');
    expect(objects[0].object).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' } });
    expect(objects[0].position('metadata.name')).toEqual({ line: 4, column: 14 });
  });

  test('an object does not escape judgement by calling part of itself items', () => {
    expect(names(`${POD}items: []\n`)).toEqual(['Pod/a']);
    expect(names(`${POD}items: [{apiVersion: v1, kind: Secret}]\n`)).toEqual(['Secret/undefined', 'Pod/a']);
  });

  test('an empty list is no mistake', () => {
    expect(read('apiVersion: v1\nkind: List\nitems: []\n')).toMatchObject({ objects: [], errors: [], isManifest: true });
  });

  test.each([
    ['hello\n', '1:1 a string stands where a Kubernetes object is expected'],
    ['- a\n', '1:1 a list stands where a Kubernetes object is expected'],
    ['kind: Pod\n', '1:1 no Kubernetes object: it has no apiVersion'],
    ['apiVersion: v1\n', '1:1 no Kubernetes object: it has no kind'],
    ['apiVersion: 1\nkind: Pod\n', '1:1 no Kubernetes object: apiVersion is a number, a string is needed'],
    ['apiVersion: v1\nkind: ""\n', '1:1 no Kubernetes object: kind is an empty string, a string is needed'],
    ['apiVersion: v1\nkind: List\n', '1:1 items of a List is missing, a list is needed'],
    ['apiVersion: v1\nkind: List\nitems: {a: b}\n', '1:1 items of a List is a map, a list is needed'],
    ['apiVersion: v1\nkind: List\nitems:\n- a\n', '4:3 a string stands where a Kubernetes object is expected'],
    ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', '1:1 no Kubernetes object but input of kustomize: check what "kustomize build" prints'],
  ])('%j is no object, and the error says why', (yaml, message) => {
    expect(messages(yaml)).toEqual([message]);
  });

  test.each([
    ['values of a chart', 'replicas: 3\nimage: {tag: a}\n', false],
    ['a chart', 'apiVersion: v2\nname: a\nversion: 1.0.0\n', false],
    ['a list of strings', '- a\n', false],
    ['a manifest without apiVersion', 'kind: Pod\nmetadata: {name: a}\n', true],
    ['a manifest without kind', 'apiVersion: v1\nmetadata: {name: a}\n', true],
    ['an object among other things', `a: b\n---\n${POD}`, true],
    ['malformed YAML', 'a: [\n', true],
  ])('%s counts as a manifest or not', (_, yaml, isManifest) => {
    expect(read(yaml).isManifest).toBe(isManifest);
  });
});

describe('Helm templates', () => {
  const RENDER = /a Helm template that was not rendered: check what "helm template" prints/;

  test.each([
    ['a value', `${POD}spec:\n  replicas: {{ .Values.replicas }}\n`],
    ['a control line', `${POD}{{- if .Values.enabled }}\nspec: {}\n{{- end }}\n`],
    ['a quoted name', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "{{ .Release.Name }}-a"\n'],
    ['a quoted image', `${POD}spec:\n  containers:\n  - image: "{{ .Values.image }}"\n`],
    ['an include', `${POD}spec:\n  x: '{{ include "chart.labels" . }}'\n`],
  ])('%s gives itself away', (_, yaml) => {
    expect(messages(yaml)).toEqual([expect.stringMatching(RENDER)]);
    expect(names(yaml)).toEqual([]);
  });

  test('the error names the field and its line', () => {
    expect(messages(`${POD}spec:\n  containers:\n  - image: "{{ .Values.image }}"\n`)).toEqual([
      expect.stringMatching(/^6:5 .*\(see spec\.containers\[0\]\.image\)$/),
    ]);
  });

  test.each([
    ['text in a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.tpl: "{{ .Values.a }}"\n'],
    ['another language with braces', `${POD}spec:\n  x: "{{ $labels.pod }} {{inputs.parameters.a}}"\n`],
    ['a field of a foreign kind', 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values: {a: "{{ .Release.Name }}"}\n'],
  ])('%s is no template', (_, yaml) => {
    expect(messages(yaml)).toEqual([]);
  });
});
