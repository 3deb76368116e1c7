import { execFileSync } from 'node:child_process';
import { ApiObject, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { MINIMAL } from './minimal-constructs';
import { chartIn, mistakesIn } from './workload/application';
import * as bulwark from '../../src';

const EXPORTED = Object.entries(bulwark).filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct).map(([name]) => name);

test('every construct that is exported is here', () => {
  expect(Object.keys(MINIMAL).sort()).toEqual(EXPORTED.sort());
});

describe.each(Object.entries(MINIMAL))('%s', (_, make) => {
  function made() {
    const chart = chartIn('shop');
    return { chart, construct: make(chart) };
  }

  test('has no mistakes', () => {
    expect(mistakesIn(made().chart)).toEqual([]);
  });

  test('synthesizes to the same twice', () => {
    const { chart } = made();
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  });

  test('synthesizes to the same in another application', () => {
    expect(Testing.synth(made().chart)).toEqual(Testing.synth(made().chart));
  });

  test('renders each of its objects to the same twice, out of order', () => {
    const { chart, construct } = made();
    const objects = construct.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));
    const first = objects.map((object) => object.toJson());
    expect([...objects].reverse().map((object) => object.toJson()).reverse()).toEqual(first);
    expect(Testing.synth(chart)).toEqual(expect.arrayContaining(first));
  });

  test('is one object, which ApiObject.of finds', () => {
    const { construct } = made();
    expect(ApiObject.of(construct)).toBe(construct.node.defaultChild);
  });

  test('gives every object a name of its own', () => {
    const names = Testing.synth(made().chart).map(({ kind, metadata }) => `${kind}/${metadata?.name}`);
    expect(names.filter((name) => name.endsWith('/undefined'))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('leaves no key undefined and no text "undefined", "NaN" or "[object Object]" behind', () => {
    const text = JSON.stringify(Testing.synth(made().chart), (_key, value) => value === undefined ? '(undefined)' : value);
    expect(text).not.toMatch(/undefined|NaN|\[object Object\]/);
  });

  test('refuses a second one with the same id', () => {
    const { chart } = made();
    expect(() => make(chart)).toThrow(/already a Construct/);
  });
});

test('another process writes the same', () => {
  const script = `
    require('ts-node/register/transpile-only');
    const { App, Chart, Testing } = require('cdk8s');
    const { HardenedDeployment, Health, Image, SecureNamespace } = require('./src');
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new SecureNamespace(chart, 'namespace', { owner: 'team-checkout' });
    const make = (id) => new HardenedDeployment(chart, id, {
      image: Image.of('registry.example.com/shop/api@sha256:' + '0'.repeat(64)), port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }),
    });
    make('web').connections.allowTo(make('api'));
    process.stdout.write(JSON.stringify(Testing.synth(chart)));`;
  const run = (environment: NodeJS.ProcessEnv) => execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, ...environment } });
  const [one, other] = [run({ TZ: 'UTC', LANG: 'C' }), run({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })];
  expect(JSON.parse(one)).toHaveLength(16);
  expect(other).toBe(one);
}, 60_000);
