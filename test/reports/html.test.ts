import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { Chromium, findChromium } from './chromium';
import { EMPTY, HOSTILE, SAMPLE, finding, hostile } from './sample';
import { Report } from '../../src/findings/report';
import { html } from '../../src/reports/html';

describe('html', () => {
  const page = html(SAMPLE);

  test('nothing in the page comes from elsewhere', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b|@import|url\(|src=/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  test('there is one script and one style, and no handler in an attribute', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]* (?:on\w+|style)=/);
  });

  test('controls stand in the order of their numbers, with what was found about them', () => {
    expect(page.indexOf('>5.2.2</a>')).toBeLessThan(page.indexOf('>5.2.10</a>'));
    const row = /<tr><th scope="row"><a [^>]*>5\.2\.5<\/a>[\s\S]*?<\/tr>/.exec(page)![0];
    expect(row).toContain('2 findings');
    expect(row).toContain('1 accepted');
  });

  test('why and fix stand once for each rule', () => {
    expect(page.match(/The pod shares the network of the node\./g)).toHaveLength(1);
    expect(page.match(/id="rule-host-network"/g)).toHaveLength(1);
  });

  test('a clean report says so and offers no filter', () => {
    expect(html(EMPTY)).toContain('<p>No findings.</p>');
    expect(html(EMPTY)).not.toContain('<form');
  });

  test.each(HOSTILE)('%j adds no element and no attribute', (name) => {
    const tags = (text: string) => text.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);
    expect(tags(html(hostile(name)))).toEqual(tags(html(hostile('harmless'))));
  });
});

const chromium = findChromium();
if (chromium !== undefined) {
  describe('html in a real browser', () => inBrowser(chromium));
} else if (process.env.CI === 'true') {
  test('the page is judged by a real browser', () => { throw new Error('no Chromium found: install it, or name it in CHROMIUM'); });
} else {
  process.stderr.write('SKIPPED: html in a real browser needs Chromium (or its path in CHROMIUM)\n');
}

function inBrowser(command: string): void {
  let browser: Chromium;
  const directory = mkdtempSync(join(tmpdir(), 'report-'));
  beforeAll(() => { browser = new Chromium(command); }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  }, 60_000);

  const open = async (report: Report) => {
    const file = join(directory, 'report.html');
    writeFileSync(file, html(report));
    await browser.open(pathToFileURL(file).href);
  };
  const visible = () => browser.evaluate<string[]>("Array.from(document.querySelectorAll('.finding')).filter((each) => each.checkVisibility()).map((each) => each.querySelector('.where code').textContent)");
  const status = () => browser.evaluate<string>("document.getElementById('shown').textContent");
  const choose = (name: string, option: string) => browser.evaluate(`{
    const select = document.querySelector('select[name=${name}]');
    select.value = Array.from(select.options).find((each) => each.text === ${JSON.stringify(option)}).value;
    select.dispatchEvent(new Event('input', { bubbles: true }));
  }`);

  test('the page loads nothing but itself', async () => {
    browser.requests.length = 0;
    await open(SAMPLE);
    expect(browser.requests).toEqual([expect.stringMatching(/^file:.*report\.html$/)]);
  });

  test('all findings are shown at first, and counted', async () => {
    await open(SAMPLE);
    expect(await visible()).toHaveLength(5);
    expect(await status()).toBe('5 of 5 findings shown');
  });

  test('findings are filtered by severity with the keyboard alone', async () => {
    await open(SAMPLE);
    await browser.evaluate("document.querySelector('nav li:last-child a').focus()");
    await browser.press('Tab');
    expect(await browser.evaluate('document.activeElement.value')).toBe('critical');
    await browser.press('Tab');
    await browser.press(' ', 'Space', ' ');
    expect(await visible()).toEqual(['metadata.labels', 'k8s/shop/api.yaml:34:13', 'k8s/shop/api.yaml:30:11']);
    expect(await status()).toBe('3 of 5 findings shown');
  });

  test('findings are filtered by rule and by namespace, and all come back', async () => {
    await open(SAMPLE);
    await choose('rule', 'host-network');
    expect(await visible()).toEqual(['k8s/monitoring.yaml:18:7', 'k8s/shop/api.yaml:22:7']);
    await choose('namespace', 'shop');
    expect(await visible()).toEqual(['k8s/shop/api.yaml:22:7']);
    await choose('rule', 'all rules');
    await choose('namespace', '(none)');
    expect(await visible()).toEqual(['metadata.labels']);
    await browser.evaluate("document.querySelector('button[type=reset]').click()");
    await browser.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
    expect(await visible()).toHaveLength(5);
  });

  test('objects and files without a finding left disappear', async () => {
    await open(SAMPLE);
    await choose('namespace', 'monitoring');
    expect(await browser.evaluate("Array.from(document.querySelectorAll('.file')).filter((each) => each.checkVisibility()).length")).toBe(1);
  });

  test('the rules stay, whatever is filtered, and each finding leads to its own', async () => {
    await open(SAMPLE);
    await choose('namespace', 'monitoring');
    expect(await browser.evaluate("Array.from(document.querySelectorAll('#rules article')).filter((each) => each.checkVisibility()).length")).toBe(4);
    await browser.evaluate("Array.from(document.querySelectorAll('.finding a')).find((each) => each.checkVisibility()).click()");
    expect(await browser.evaluate("document.querySelector(':target h3').textContent")).toBe('high Host network');
  });

  test('assistive technology is told landmarks, headings, the filter and the number of findings', async () => {
    await open(SAMPLE);
    const tree = await browser.accessibilityTree();
    for (const node of ['banner', 'main', 'navigation Sections', 'heading bulwark report', 'heading Deployment shop/api', 'form Filter the findings', 'group Severity',
      'checkbox critical (1)', 'combobox Namespace', 'button Show all', 'table CIS Kubernetes Benchmark', 'columnheader Result', 'rowheader 5.2.5']) {
      expect(tree).toContain(node);
    }
    expect(tree).toContain('status');
  });

  test.each(['light', 'dark'])('axe finds no violation of WCAG 2.2 AA in the %s page', async (scheme) => {
    await open(SAMPLE);
    await browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await browser.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await browser.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    await browser.send('Emulation.setEmulatedMedia', { features: [] });
  }, 30_000);

  test('axe finds a violation where there is one', async () => {
    await open(SAMPLE);
    await browser.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    await browser.evaluate("document.querySelector('label.choice').replaceWith(document.querySelector('select'))");
    expect(await browser.evaluate<string[]>('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toContain('select-name');
  }, 30_000);

  test('a narrow screen needs no scrolling sideways', async () => {
    await browser.send('Emulation.setDeviceMetricsOverride', { width: 360, height: 800, deviceScaleFactor: 1, mobile: true });
    await open({ ...SAMPLE, findings: [...SAMPLE.findings, finding({ message: 'x'.repeat(300), file: `${'d/'.repeat(100)}a.yaml` })] });
    expect(await browser.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await browser.send('Emulation.clearDeviceMetricsOverride');
  });

  test('without scripts all findings are shown and no filter pretends to work', async () => {
    await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
    await open(SAMPLE);
    const tree = await browser.accessibilityTree();
    expect(tree).not.toContain('form Filter the findings');
    expect(tree.filter((node) => node.startsWith('heading Deployment'))).toHaveLength(1);
    await browser.send('Emulation.setScriptExecutionDisabled', { value: false });
  });

  test.each(HOSTILE)('%j runs nothing, loads nothing and is shown as text', async (name) => {
    browser.requests.length = 0;
    await open(hostile(name));
    expect(browser.requests).toHaveLength(1);
    expect(await browser.evaluate('document.title')).toBe('bulwark: 1 finding in 1 resource');
    expect(await browser.evaluate("document.querySelectorAll('img, main script, main a[href^=javascript]').length")).toBe(0);
    expect(await visible()).toHaveLength(1);
  });
}
