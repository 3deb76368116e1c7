import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer, ROOT, textFiles } from './consumer';
import { devDependencies, peerDependencies } from '../../package.json';

const QUICKSTART = join(ROOT, 'examples', 'quickstart');
const PEERS = Object.keys(peerDependencies) as Array<keyof typeof peerDependencies>;

const golden = textFiles(join(QUICKSTART, 'manifests'));

function peers(versionOf: (peer: keyof typeof peerDependencies) => string): Record<string, string> {
  return Object.fromEntries(PEERS.map((peer) => [peer, versionOf(peer)]));
}

describe('the packed tarball, with the peers that it is built with', () => {
  let consumer: Consumer;
  let files: string[];
  beforeAll(() => {
    consumer = new Consumer(peers((peer) => devDependencies[peer]));
    consumer.addApp(join(QUICKSTART, 'main.ts'));
    files = readdirSync(join(consumer.folder, 'node_modules', 'cdk8s-bulwark'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  });
  afterAll(() => consumer?.remove());

  test('leaves out what cdk8s-plus-27 installs by mistake', () => {
    const installed = readdirSync(join(consumer.folder, 'node_modules'));
    expect(installed).toEqual(expect.arrayContaining(['cdk8s-bulwark', ...PEERS]));
    expect(installed).not.toContain('backport');
  });

  test('holds the compiled library and its documents, no source and no test', () => {
    const shipped = /\/cdk8s-bulwark\/(lib\/.*(\.js|\.d\.ts)|schemas\/[\w.]+\.json|node_modules\/(js-yaml|argparse|commander)\/.*|package\.json|\.jsii|README\.md|API\.md|LICENSE)$/;
    expect(files.filter((file) => !shipped.test(file))).toEqual([]);
    expect(files.filter((file) => /\/tests?\/|\.test\./.test(file.slice(consumer.folder.length)))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining([expect.stringMatching(/lib\/index\.js$/), expect.stringMatching(/\/\.jsii$/)]));
  });

  test('names no path of the machine that packed it', () => {
    const telling = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      const maps = [...text.matchAll(/sourceMappingURL=data:[^,]*;base64,(\S+)/g)].map(([, map]) => Buffer.from(map, 'base64').toString());
      return [text, ...maps].some((content) => content.includes(ROOT));
    });
    expect(telling).toEqual([]);
  });

  test.each([20, 22, 24])('synthesizes the golden manifests of the quickstart on Node %i', (major) => {
    const { version, output } = consumer.runApp(major);
    expect(version).toMatch(`v${major}.`);
    expect(output).toEqual(golden);
  });
});

describe('the packed tarball, with the oldest peers that it accepts', () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = new Consumer(peers((peer) => peerDependencies[peer].replace('^', '')));
    consumer.addApp(join(QUICKSTART, 'main.ts'));
  });
  afterAll(() => consumer?.remove());

  test('synthesizes the golden manifests of the quickstart', () => {
    expect(consumer.runApp(20).output).toEqual(golden);
  });
});
