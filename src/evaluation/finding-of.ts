import { ConfiguredAcknowledgement } from './acknowledgement';
import { Acknowledgement } from '../findings/acknowledgement';
import { Finding, InputError, ResourceReference } from '../findings/finding';
import { RuleDescription } from '../findings/report';
import { ManifestObject } from '../kubernetes/manifest-object';
import { KubernetesObject, nameOf, namespaceOf, quoted } from '../kubernetes/object';
import { Violation } from '../rules/check';

/** The finding that a violation makes. One that was accepted too long ago says so. */
export function findingOf(rule: RuleDescription, manifest: ManifestObject, { message, path }: Violation, lapsed?: Acknowledgement): Finding {
  const { line, column } = manifest.position(path);
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: lapsed ? `${message} (accepted until ${lapsed.expires}: ${lapsed.reason})` : message,
    path,
    resource: resourceOf(manifest.object),
    file: manifest.file,
    line,
    column,
    ...manifest.construct !== undefined && { construct: manifest.construct },
  };
}

/** The finding about an acknowledgement that stands outside the manifests. */
export function configuredFindingOf(rule: RuleDescription, { rule: name, file, line, column }: ConfiguredAcknowledgement, does: string): Finding {
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: `acknowledgement of ${quoted(name)} ${does}`,
    path: '',
    resource: { apiVersion: 'cdk8s-bulwark', kind: 'Acknowledgement', name },
    file,
    line,
    column,
  };
}

/** What could not be judged, and where. */
export function errorAt(manifest: ManifestObject, path: string, problem: string): InputError {
  const { line, column } = manifest.position(path);
  return { file: manifest.file, ...line > 0 && { line, column }, message: problem };
}

function resourceOf(object: KubernetesObject): ResourceReference {
  const namespace = namespaceOf(object);
  return { apiVersion: object.apiVersion, kind: object.kind, ...namespace !== undefined && { namespace }, name: nameOf(object) };
}
