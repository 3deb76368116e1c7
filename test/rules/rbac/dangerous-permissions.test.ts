import { catalogue } from '../../../src/rules/catalogue';
import { CONFIGURATION_AND_DELETION_PERMISSIONS } from '../../../src/standards/rbac/configuration-and-deletion';
import { DANGEROUS_PERMISSIONS } from '../../../src/standards/rbac/dangerous-permissions';

const named = new Set([...DANGEROUS_PERMISSIONS, ...CONFIGURATION_AND_DELETION_PERMISSIONS].map(({ rule }) => rule));

test.each([...named])('the rule that the table names %s exists', (id) => {
  expect(catalogue.find((rule) => rule.id === id)?.domain).toBe('rbac');
});

test('every rule about permissions has a row in the table', () => {
  const ids = catalogue.map(({ id }) => id).filter((id) => id.startsWith('rbac-'));
  expect(ids.filter((id) => !named.has(id))).toEqual([]);
});
