import { Progress } from '../../src/cli/progress';

function progressOn(isWatched: boolean) {
  let time = 0;
  let err = '';
  const terminal = { out: () => undefined, err: (text: string) => { err += text; }, hasColour: false, isWatched };
  const progress = new Progress(terminal, () => time);
  return { progress, wait: (ms: number) => { time += ms; }, said: () => err };
}

test('whoever waits less than a second is told nothing', () => {
  const { progress, wait, said } = progressOn(true);
  wait(999);
  progress.tick(() => 'reading');
  progress.end();
  expect(said()).toBe('');
});

test('a log gets one line', () => {
  const { progress, wait, said } = progressOn(false);
  for (let at = 0; at < 10; at++) {
    wait(500);
    progress.tick(() => `judged ${at}`);
  }
  progress.end();
  expect(said()).toBe('bulwark: judged 1\n');
});

test('a terminal gets a line that changes a few times a second, and goes away', () => {
  const { progress, wait, said } = progressOn(true);
  wait(1000);
  progress.tick(() => 'one');
  wait(100);
  progress.tick(() => 'too early');
  wait(100);
  progress.tick(() => 'two');
  progress.end();
  expect(said()).toBe('\r\u001b[Kbulwark: one\r\u001b[Kbulwark: two\r\u001b[K');
});
