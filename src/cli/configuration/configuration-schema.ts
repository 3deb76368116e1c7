import { Schema } from './schema';
import { PROFILES } from '../../evaluation/profile';
import { RuleDescription } from '../../findings/report';
import { Severity } from '../../findings/severity';
import { THRESHOLDS } from '../options';

const SEVERITIES = Object.values(Severity);

/** What `bulwark.yaml` may hold. Published, so that editors know it too. */
export function configurationSchema(rules: readonly RuleDescription[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of bulwark (bulwark.yaml)',
    type: 'object',
    additionalProperties: false,
    properties: {
      profile: {
        description: 'Which rules judge. --profile on the command line goes before it.',
        type: 'string',
        enum: Object.keys(PROFILES),
      },
      kubernetesVersion: {
        description: 'the version of the API server that the manifests are for, in quotation marks',
        type: 'string',
        pattern: '^v?1\\.(0|[1-9][0-9]{0,2})(\\.[0-9]+)?$',
        examples: ['1.33'],
      },
      failOn: {
        description: 'The least severity that ends a check with status 1. --fail-on on the command line goes before it.',
        type: 'string',
        enum: THRESHOLDS,
      },
      severities: {
        description: 'Other severities than the rules\' own, by rule.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ id, title, severity }) => [id, {
          description: `${title} (${severity})`, type: 'string', enum: SEVERITIES,
        }])),
      },
      registries: {
        description: 'Registries, or parts of them, whose images are trusted; images from everywhere else are findings of the rule untrusted-registry.',
        type: 'array',
        items: {
          description: 'a host, with its port and the beginning of the path where that matters',
          type: 'string',
          pattern: '^[A-Za-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*$',
          examples: ['registry.example.com/team'],
        },
      },
      acknowledgements: {
        description: 'Accepted findings about manifests that one cannot edit.',
        type: 'array',
        items: acknowledgementSchema(rules),
      },
    },
  };
}

function acknowledgementSchema(rules: readonly RuleDescription[]): Schema {
  return {
    type: 'object',
    required: ['rule', 'reason'],
    additionalProperties: false,
    properties: {
      rule: { description: 'Id of the rule whose findings are accepted.', type: 'string', enum: rules.map(({ id }) => id) },
      kind: { description: 'the kind of the objects', type: 'string', pattern: '\\S', examples: ['DaemonSet'] },
      namespace: { description: 'the namespace of the objects', type: 'string', pattern: '\\S', examples: ['logging'] },
      name: { description: 'the name of the objects; * stands for any text', type: 'string', pattern: '\\S', examples: ['fluentd-*'] },
      container: { description: 'the container that the findings are about', type: 'string', pattern: '\\S', examples: ['agent'] },
      reason: { description: 'why the risk is accepted, for whoever reviews it', type: 'string', pattern: '\\S', examples: ['reads node logs, SEC-412'] },
      expires: { description: 'The last day on which the acknowledgement holds.', type: 'string', format: 'date', examples: ['2027-06-30'] },
    },
  };
}
