import { SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { run } from '../../src/cli/run';
import { Terminal } from '../../src/cli/terminal';

const ROOT = join(__dirname, '..', '..');

/** The command as users start it: a process of its own, from JavaScript. */
export class Bulwark {
  private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-')));
  readonly main = join(this.folder, 'lib', 'cli', 'main.js');

  constructor() {
    copyFileSync(join(ROOT, 'package.json'), join(this.folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    for (const entry of readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) { this.compile(join(entry.parentPath, entry.name)); }
    }
  }

  run(args: string[], options: { readonly cwd?: string; readonly input?: string | Buffer; readonly env?: NodeJS.ProcessEnv } = {}): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [this.main, ...args], { encoding: 'utf8', maxBuffer: 1_000_000_000, ...options, env: { ...process.env, ...options.env } });
  }

  /** Reads the first bytes of the output and closes the pipe, as `head` does. */
  async runUnread(args: string[]): Promise<{ readonly status: number | null; readonly stderr: string }> {
    const child = spawn(process.execPath, [this.main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => { stderr += data; });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { status, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private compile(file: string): void {
    const { outputText } = transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
    });
    const output = join(this.folder, 'lib', relative(join(ROOT, 'src'), file).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, outputText);
  }
}

/** What a command line says and ends with, without a process. */
export function ran(words: string[], { hasColour = false, isWatched = false } = {}): { readonly status: number; readonly out: string; readonly err: string } {
  let out = '';
  let err = '';
  const terminal: Terminal = { out: (text) => { out += text; }, err: (text) => { err += text; }, hasColour, isWatched };
  const status = run(words, terminal);
  return { status, out, err };
}

/** A folder with files, in which commands are run; removed at the end of the suite. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-folder-')));

  write(name: string, text: string | Buffer): string {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  link(name: string, target: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    symlinkSync(target, join(this.path, name));
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A pod that does nothing dangerous but what is added. */
export function pod(name: string, spec = ''): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n${spec}  containers:\n    - name: app\n      image: registry.example.com/app:1.0\n`;
}

export const PRIVILEGED = '  hostNetwork: true\n';
