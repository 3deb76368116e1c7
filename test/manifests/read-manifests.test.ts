import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { readManifests } from '../../src/manifests/read-manifests';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';

let root: string;
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'manifests-')); });
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, content: string | Buffer = POD) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  return join(root, path);
};
const files = (...paths: string[]) => readManifests(paths).objects.map(({ file }) => file.slice(root.length + 1));
const errors = (...paths: string[]) => readManifests(paths).errors.map(({ file, line, column, message }) => `${file.slice(root.length + 1)}:${line}:${column} ${message}`);

describe('searching', () => {
  test('a directory is searched to its ends, in the order of names', () => {
    ['b.yaml', 'a.yml', 'c/d.json', 'c/.hidden/e.YAML', 'Z.yaml', 'no.txt', '.git/x.yaml', 'node_modules/x.yaml'].forEach((path) => write(path));
    expect(files(root)).toEqual(['Z.yaml', 'a.yml', 'b.yaml', 'c/.hidden/e.YAML', 'c/d.json']);
  });

  test('a file that is named is read whatever its name', () => {
    expect(files(write('manifest.txt'))).toEqual(['manifest.txt']);
  });

  test('a file is read once, however often it is named or linked', () => {
    const path = write('a.yaml');
    symlinkSync(path, join(root, 'b.yaml'));
    mkdirSync(join(root, 'c'));
    symlinkSync(root, join(root, 'c', 'd'));
    expect(files(path, root, path, join(root, 'b.yaml'))).toEqual(['a.yaml']);
  });

  test('links to directories are followed', () => {
    write('real/a.yaml');
    mkdirSync(join(root, 'app'));
    symlinkSync(join(root, 'real'), join(root, 'app', 'linked'));
    expect(files(join(root, 'app'))).toEqual(['app/linked/a.yaml']);
  });

  test('a directory loop is an error, and the rest is read', () => {
    write('a.yaml');
    symlinkSync(root, join(root, 'loop'));
    symlinkSync(join(root, 'self'), join(root, 'self'));
    expect(files(root)).toEqual(['a.yaml']);
    expect(errors(root)).toEqual([
      'loop:undefined:undefined directory loop: a symbolic link leads back to a directory above it',
      'self:undefined:undefined too many symbolic links encountered',
    ]);
  });

  test('a link to nothing and a path that is not there are errors', () => {
    write('a.yaml');
    symlinkSync(join(root, 'gone'), join(root, 'b.yaml'));
    expect(errors(root, join(root, 'missing'))).toEqual([
      'b.yaml:undefined:undefined no such file or directory',
      'missing:undefined:undefined no such file or directory',
    ]);
  });

  test('a pipe among the files of a directory is an error, not a hang', () => {
    write('a.yaml');
    expect(spawnSync('mkfifo', [join(root, 'b.yaml')]).status).toBe(0);
    expect(errors(root)).toEqual(['b.yaml:undefined:undefined neither a file nor a directory']);
  });
});

describe('finding nothing', () => {
  test('a directory without objects is an error even if another path has some', () => {
    mkdirSync(join(root, 'empty'));
    write('values/values.yaml', 'a: b\n');
    write('a.yaml');
    const { objects, errors: found, passedOver } = readManifests([join(root, 'empty'), join(root, 'values'), join(root, 'a.yaml')]);
    expect(objects).toHaveLength(1);
    expect(found.map(({ file, message }) => `${file.slice(root.length + 1)} ${message}`)).toEqual([
      'empty no Kubernetes object in this directory',
      'values no Kubernetes object in this directory',
    ]);
    expect(passedOver).toEqual([join(root, 'values', 'values.yaml')]);
  });

  test('a directory that holds only another one that was read already is no error', () => {
    write('a/b.yaml');
    expect(errors(root, join(root, 'a'))).toEqual([]);
  });

  test('no object at all is an error', () => {
    expect(readManifests([write('a.yaml', '# nothing\n')]).errors).toEqual([{ file: join(root, 'a.yaml'), message: 'no Kubernetes object found' }]);
    expect(readManifests([]).errors).toHaveLength(1);
  });

  test('an empty file among others is none', () => {
    expect(errors(write('a.yaml'), write('b.yaml', '# rendered to nothing\n'))).toEqual([]);
  });
});

describe('files of other tools', () => {
  const others = { 'Chart.yaml': 'apiVersion: v2\nname: a\n', 'values.yaml': 'a: b\n', 'tsconfig.json': '{\n  // comment\n  "a": 1}\n', 'kustomization.yaml': 'resources: [a.yaml]\n' };

  test('are passed over in a directory, and listed', () => {
    write('pod.yaml');
    Object.entries(others).forEach(([path, content]) => write(path, content));
    const { errors: found, objects, passedOver } = readManifests([root]);
    expect(found).toEqual([]);
    expect(objects).toHaveLength(1);
    expect(passedOver.map((path) => path.slice(root.length + 1))).toEqual(['Chart.yaml', 'kustomization.yaml', 'tsconfig.json', 'values.yaml']);
  });

  test.each(Object.entries(others))('%s is an error if it is named', (path, content) => {
    expect(errors(write(path, content))).toHaveLength(1);
  });

  test('truncated JSON that speaks of Kubernetes is an error in a directory, too', () => {
    write('a.yaml');
    write('b.json', '{"apiVersion": "v1", "kind": ');
    expect(errors(root)).toEqual([expect.stringMatching(/^b\.json:1:\d+ /)]);
  });
});

describe('what is no text', () => {
  test.each([
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 10, 1, 0, 2]), '2:2 the file is binary (it holds a NUL byte): a manifest is text'],
    ['invalid UTF-8', Buffer.concat([Buffer.from('a: é\nb: "'), Buffer.from([0xc3, 0x28]), Buffer.from('"\n')]), '2:1 the file is not UTF-8: save it as UTF-8, or leave it out if it is no manifest'],
    ['Latin-1 in the last line', Buffer.from('a: 1\nb: é', 'latin1'), '2:1 the file is not UTF-8: save it as UTF-8, or leave it out if it is no manifest'],
    ['UTF-16', Buffer.from(`\uFEFF${POD}`, 'utf16le'), '1:1 the file is UTF-16: save it as UTF-8'],
  ])('%s is an error, and the rest is read', (_, content, message) => {
    write('a.yaml', content);
    write('b.yaml');
    expect(errors(root)).toEqual([`a.yaml:${message}`]);
    expect(files(root)).toEqual(['b.yaml']);
  });

  test('a file of 200 MB is an error that costs no memory, and the rest is read', () => {
    truncateSync(write('a.yaml'), 200 * 1024 * 1024);
    write('b.yaml');
    const before = process.memoryUsage.rss();
    expect(errors(root)).toEqual(['a.yaml:undefined:undefined larger than 64 MiB: split it, or leave it out if it is no manifest']);
    expect(files(root)).toEqual(['b.yaml']);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('a device without end is an error', () => {
    expect(readManifests(['/dev/zero']).errors).toEqual([{ file: '/dev/zero', message: expect.stringContaining('larger than 64 MiB') }]);
  });
});

describe('standard input', () => {
  test('is read for the path "-", once', () => {
    const standardInput = jest.fn(() => Buffer.from(POD));
    const { objects } = readManifests(['-', '-'], { standardInput });
    expect(objects.map(({ file }) => file)).toEqual(['-']);
    expect(standardInput).toHaveBeenCalledTimes(1);
  });

  test('that cannot be read is an error', () => {
    const standardInput = () => { throw new Error('EIO: i/o error, read'); };
    expect(readManifests(['-'], { standardInput }).errors).toEqual([{ file: '-', message: 'i/o error' }]);
  });
});
