import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

export const ROOT = join(__dirname, '..', '..');

/** An empty folder in which somebody installs the packed library with these versions of its peers, and nothing else. */
export class Consumer {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'consumer-')));

  constructor(peers: Record<string, string>) {
    writeFileSync(join(this.folder, 'package.json'), '{ "private": true }');
    const versions = Object.entries(peers).map(([name, version]) => `${name}@${version}`);
    this.npm(['install', '--omit=optional', '--no-audit', '--no-fund', tarball(), ...versions]);
  }

  /** Adds an application, translated to JavaScript. */
  addApp(source: string): void {
    const { outputText } = transpileModule(readFileSync(source, 'utf8'), {
      compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(join(this.folder, 'main.js'), outputText);
  }

  /** Runs the application on a major version of Node; says which version that was and what it wrote. */
  runApp(major: number): { readonly version: string; readonly output: Record<string, string> } {
    const output = join(this.folder, `output-${major}`);
    const script = 'console.log(process.version); require("./main.js")';
    const version = this.npm(['exec', '--yes', `--package=node@${major}`, '--', 'node', '-e', script], { CDK8S_OUTDIR: output });
    return { version: version.trim(), output: textFiles(output) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private npm(args: string[], environment: NodeJS.ProcessEnv = {}): string {
    // an npm that runs this test must not tell this one which project it is in
    const outside = Object.entries(process.env).filter(([name]) => !/^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|INIT_CWD$)/.test(name));
    return execFileSync('npm', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...Object.fromEntries(outside), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

/** What `npx projen package:js` left. */
function tarball(): string {
  const folder = join(ROOT, 'dist', 'js');
  const packed = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  if (packed.length !== 1) { throw new Error(`${folder} holds ${packed.length} tarballs instead of one`); }
  return join(folder, packed[0]);
}

/** The text of every file in a folder, by name. */
export function textFiles(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
