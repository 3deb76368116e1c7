import { Chart, Testing } from 'cdk8s';
import { chartIn } from './application';

/** What a caller in plain JavaScript may give where something else is asked for. */
export const WRONG_VALUES: [string, unknown][] = [
  ['null', null], ['0', 0], ['1', 1], ['an empty text', ''], ['a text', 'x'], ['an empty list', []], ['a list of null', [null]], ['a list of texts', ['x']],
  ['an object', {}], ['true', true], ['a symbol', Symbol('s')], ['NaN', NaN], ['a bigint', 1n], ['a function', () => {}], ['a bare object', Object.create(null)],
  ['an object that pollutes', JSON.parse('{"__proto__":{"privileged":true},"constructor":{"prototype":{"privileged":true}}}')],
];

/** Errors that are thrown in our own code instead of being reported as a line; what cdk8s-plus throws stays as it is. */
export function crashesIn(make: (chart: Chart, value: any) => unknown): string[] {
  return WRONG_VALUES.flatMap(([called, value]) => {
    const chart = chartIn('shop');
    try {
      make(chart, value);
      Testing.synth(chart);
    } catch (error) {
      const { message, stack = '' } = error as Error;
      const [thrownIn = ''] = stack.split('\n').filter((line) => /^\s+at .*\.[jt]s:\d+/.test(line));
      if (!message.startsWith('Validation failed') && /\/src\//.test(thrownIn) && !thrownIn.includes('node_modules')) { return [`${called}: ${message}`]; }
    }
    return [];
  });
}
