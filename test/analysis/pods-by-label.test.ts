import { Application } from '../../src/analysis/application';
import { podsSelected } from '../../src/analysis/pods-by-label';
import { KubernetesObject } from '../../src/kubernetes/object';

function pod(name: string, labels: Record<string, unknown>, namespace?: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels }, spec: { containers: [] } };
}

const web = pod('web', { app: 'web', tier: 'front' }, 'shop');
const api = pod('api', { app: 'api', tier: 'back' }, 'shop');
const elsewhere = pod('elsewhere', { app: 'web' }, 'billing');
const unplaced = pod('unplaced', { app: 'web' });

describe('pods selected', () => {
  const application = new Application([web, api, elsewhere, unplaced, { apiVersion: 'v1', kind: 'Service', metadata: { labels: { app: 'web' } } }]);

  test.each([
    ['one label', { matchLabels: { app: 'web' } }, [web]],
    ['two labels that no pod has together', { matchLabels: { app: 'web', tier: 'back' } }, []],
    ['an expression', { matchExpressions: [{ key: 'tier', operator: 'In', values: ['back', 'side'] }] }, [api]],
    ['a label and an expression', { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, []],
    ['everything', {}, [web, api]],
    ['nothing, because there is no selector', undefined, []],
    ['nothing, because the selector is no map', 'app=web', []],
    ['nothing, because the value is no text', { matchLabels: { app: 1 } }, []],
  ])('by %s', (_, selector, expected) => {
    expect(podsSelected(application, 'shop', selector)).toEqual(expected);
  });

  test('in the namespace of the selector alone', () => {
    expect(podsSelected(application, 'billing', {})).toEqual([elsewhere]);
    expect(podsSelected(application, undefined, {})).toEqual([unplaced]);
    expect(podsSelected(application, 'nowhere', {})).toEqual([]);
  });

  test('are the same list for equal selectors, whatever the order of the labels', () => {
    const one = podsSelected(application, 'shop', { matchLabels: { app: 'web', tier: 'front' } });
    expect(podsSelected(application, 'shop', { matchLabels: { tier: 'front', app: 'web' } })).toBe(one);
    expect(podsSelected(application, 'shop', { matchLabels: { app: 'web' } })).not.toBe(one);
  });

  test('survive a selector that contains itself', () => {
    const selector: Record<string, unknown> = {};
    selector.matchLabels = selector;
    expect(podsSelected(application, 'shop', selector)).toEqual([]);
  });
});
