import { Severity } from '../../findings/severity';
import { nameOf, valueAt } from '../../kubernetes/object';
import { POD_BEARING_KINDS } from '../../kubernetes/pod';
import { fault, perObject, shown } from '../check';
import { rule } from '../rule';

const LABEL = 'app.kubernetes.io/instance';

/** Helm calls the whole release the instance, which is as good; so nobody is asked to follow this by default. */
export const instanceLabelMismatch = rule({
  id: 'instance-label-mismatch',
  title: 'Instance label other than the name',
  severity: Severity.LOW,
  domain: 'object',
  why: 'Where one label is to find one workload, a copied label leads to another one\'s pods.',
  fix: `Label the workload ${LABEL}: and its own name.`,
  equivalents: {
    polaris: ['metadataAndInstanceMismatched'],
  },
  default: false,
  check: perObject(POD_BEARING_KINDS, (object) => {
    const label = valueAt(object, 'metadata', 'labels', LABEL);
    if (label === nameOf(object)) { return undefined; }
    return fault(`metadata.labels["${LABEL}"]`, label === undefined ? `does not set the label ${LABEL}` : `sets the label ${LABEL} to ${shown(label)}`);
  }),
});
