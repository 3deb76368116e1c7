import { LATEST_KUBERNETES } from '../../../src/kubernetes/version';
import { perVersion } from '../../../src/rules/object/api-version';

test('every version of Kubernetes up to the latest decides anew', () => {
  const versions = Object.keys(perVersion(() => undefined));
  expect([versions[0], versions.at(-1)]).toEqual(['1.0', `1.${LATEST_KUBERNETES}`]);
  expect(versions).toHaveLength(LATEST_KUBERNETES + 1);
});
