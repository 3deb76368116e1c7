import { App } from 'cdk8s';
import { IValidation } from 'constructs';
import { RenderedObject, renderedObjects } from './rendered-object';
import { Settings } from './settings';
import { tooBad } from './too-bad';
import { runChecksAhead } from '../constructs/validation/prop-check';
import { ValidationPass } from '../constructs/validation/validation-pass';
import { evaluate } from '../evaluation/evaluate';
import { Finding, InputError } from '../findings/finding';
import { RuleDescription } from '../findings/report';
import { ManifestObject } from '../kubernetes/manifest-object';
import { ManifestText } from '../manifests/manifest-text';
import { readDocuments } from '../manifests/read-documents';
import { printable } from '../reports/printable';
import { resourceName } from '../reports/wording';

const NOWHERE = Object.freeze({ line: 0, column: 0 });

/** Judges an application once whenever it is synthesized. */
export class AppValidation implements IValidation {
  private readonly pass: ValidationPass;

  public constructor(private readonly app: App, private readonly settings: Settings) {
    this.pass = ValidationPass.of(app);
  }

  public validate(): string[] {
    if (this.pass.repeats) { return []; }
    runChecksAhead(this.app);
    const contents = renderedObjects(this.app).map(contentOf);
    const { findings, errors, rules } = evaluate(contents.flatMap(({ objects }) => objects), this.settings.rules, this.settings.evaluation);
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    return [
      ...contents.flatMap((content) => content.errors),
      ...errors.map(({ message }) => printable(message)),
      ...tooBad(findings, this.settings.failOn).map((finding) => lineOf(finding, byId.get(finding.ruleId)!)),
    ];
  }
}

/** The objects in one, which may be a list, and what is wrong with it. */
function contentOf({ construct, text, problem }: RenderedObject): { readonly objects: readonly ManifestObject[]; readonly errors: readonly string[] } {
  if (text === undefined) { return { objects: [], errors: [`${construct}: ${printable(problem ?? '')}`] }; }
  const { objects, errors } = readDocuments(new ManifestText('', text));
  return {
    objects: objects.map(({ object }) => ({ object, file: '', position: () => NOWHERE, construct })),
    errors: errors.map(({ message }: InputError) => `${construct}: ${printable(message)}`),
  };
}

function lineOf({ construct, severity, ruleId, message, resource, path }: Finding, { fix, domain }: RuleDescription): string {
  const where = path === '' ? resourceName(resource) : `${resourceName(resource)}, ${printable(path)}`;
  // the rules about acknowledgements are no risks that could be accepted
  const wayOut = domain === 'acknowledgement' ? '' : ` (to accept it: Acknowledgements.of(construct).add({ rule: '${ruleId}', reason: '...' }))`;
  return `${construct}: ${severity} ${ruleId}: ${printable(message)} (${where}); ${fix}${wayOut}`;
}
