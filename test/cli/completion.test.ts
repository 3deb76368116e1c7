import { spawnSync } from 'node:child_process';
import { Folder, ran } from './bulwark';

const folder = new Folder();
afterAll(() => folder.remove());

/** What bash offers after some words, with the cursor behind the last. */
function offered(...words: string[]): string[] {
  const script = folder.write('completion.bash', ran(['completion', 'bash']).out);
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `
    source ${script}
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _bulwark
    printf '%s\\n' "\${COMPREPLY[@]}"
  `, 'bash', 'bulwark', ...words], { encoding: 'utf8', cwd: folder.path });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('bash', () => {
  test('offers commands', () => {
    expect(offered('')).toEqual(['check', 'rules', 'explain', 'admission', 'completion', '--help', '--version']);
    expect(offered('ch')).toEqual(['check']);
  });

  test('offers the options of a command', () => {
    expect(offered('check', '--e')).toEqual(['--each-file']);
    expect(offered('rules', '--')).toEqual(['--format', '--profile', '--help']);
  });

  test('offers what an option takes', () => {
    expect(offered('check', '--format', 's')).toEqual(['sarif']);
    expect(offered('rules', '--format', '')).toEqual(['text', 'json']);
    expect(offered('check', '--fail-on', 'n')).toEqual(['never']);
    expect(offered('admission', '--profile', 'pss-')).toEqual(['pss-baseline', 'pss-restricted']);
  });

  test('offers rules to explain, and shells', () => {
    expect(offered('explain', 'privileged-c')).toEqual(['privileged-container']);
    expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  test('leaves files to the shell', () => {
    expect(offered('check', '')).toEqual([]);
    expect(offered('check', '--output', '')).toEqual([]);
    expect(ran(['completion', 'bash']).out).toContain('complete -o default -F _bulwark bulwark');
  });
});

test.each(['zsh', 'fish'])('%s knows every command, every option and every rule', (shell) => {
  const { status, out } = ran(['completion', shell]);
  expect(status).toBe(0);
  for (const word of ['check', 'admission', 'each-file', 'write-baseline', 'validation-actions', 'privileged-container', 'pss-restricted', 'sarif']) { expect(out).toContain(word); }
});

test.each(['zsh', 'fish'])('%s is never handed a quotation mark or a bracket that ends its text', (shell) => {
  const { out } = ran(['completion', shell]);
  for (const line of out.split('\n')) { expect(line.replace(/'\\''/g, '').split("'").length % 2).toBe(1); }
});
