import { ChildProcess, spawn, spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Readable, Writable } from 'stream';

const CANDIDATES = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'];

/** The command of a Chromium on this machine. */
export function findChromium(): string | undefined {
  return CANDIDATES.find((command) => command !== undefined && spawnSync(command, ['--version']).status === 0);
}

/** A real browser, driven over a pipe by its own protocol. */
export class Chromium {
  public readonly requests: string[] = [];
  private readonly directory = mkdtempSync(join(tmpdir(), 'chromium-'));
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, (message: any) => void>();
  private readonly listeners = new Map<string, () => void>();
  private session: string | undefined;
  private last = 0;
  private buffer = '';

  public constructor(command: string) {
    this.process = spawn(command, ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${this.directory}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    (this.process.stdio[4] as Readable).setEncoding('utf8').on('data', (data: string) => this.receive(data));
  }

  public async open(url: string): Promise<void> {
    if (this.session === undefined) {
      const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
      this.session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
      for (const domain of ['Page', 'Runtime', 'Network', 'Accessibility']) { await this.send(`${domain}.enable`); }
    }
    const loaded = new Promise<void>((resolve) => this.listeners.set('Page.loadEventFired', resolve));
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /** The value of an expression in the page. */
  public async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) { throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text); }
    return result.value as T;
  }

  public async press(key: string, code: string = key, text?: string): Promise<void> {
    const windowsVirtualKeyCode = { 'Tab': 9, 'Enter': 13, ' ': 32, 'ArrowDown': 40 }[key];
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text, windowsVirtualKeyCode });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode });
  }

  /** What assistive technology is told: `role name` of everything it sees. */
  public async accessibilityTree(): Promise<string[]> {
    const { nodes } = await this.send('Accessibility.getFullAXTree');
    return nodes.filter(({ ignored }: any) => !ignored).map(({ role, name }: any) => `${role?.value} ${name?.value ?? ''}`.trim());
  }

  public async close(): Promise<void> {
    const closed = new Promise((resolve) => this.process.once('exit', resolve));
    await this.send('Browser.close', {}, undefined);
    await closed;
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  public send(method: string, params: object = {}, sessionId = this.session): Promise<any> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
      (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private receive(data: string): void {
    const messages = (this.buffer + data).split('\0');
    this.buffer = messages.pop()!;
    for (const message of messages.map((each) => JSON.parse(each))) {
      if (message.id !== undefined) {
        this.waiting.get(message.id)?.(message);
        this.waiting.delete(message.id);
      }
      if (message.method === 'Network.requestWillBeSent') { this.requests.push(message.params.request.url); }
      this.listeners.get(message.method)?.();
    }
  }
}
