import { Severity } from '../../findings/severity';
import { PlainObject, valueAt } from '../../kubernetes/object';
import { runsOnWindows } from '../../kubernetes/pod-os';
import { cis, nsa, owasp } from '../../standards';
import { fault, perContainer, shown } from '../check';
import { rule } from '../rule';

const FIELD = ['securityContext', 'windowsOptions', 'runAsUserName'];
const ADMINISTRATOR = /^(.*\\)?(containeradministrator|administrator|system|)$/is;

const userName = (spec: PlainObject) => valueAt(spec, ...FIELD);

export const missingWindowsUser = rule({
  id: 'missing-windows-user',
  title: 'Windows container as administrator',
  severity: Severity.MEDIUM,
  domain: 'container',
  why: 'ContainerAdministrator, which many Windows images run as, installs services and reads every file of the container.',
  fix: 'Set securityContext.windowsOptions.runAsUserName to ContainerUser.',
  standards: [cis('5.2.7'), nsa('non-root-containers'), owasp('K01')],
  equivalents: {
    kubescape: ['C-0211'],
  },
  check: perContainer((container, pod) => {
    if (!runsOnWindows(pod)) { return undefined; }
    const user = userName(container.spec) ?? userName(pod.spec);
    if (typeof user === 'string' && !ADMINISTRATOR.test(user)) { return undefined; }
    return fault(FIELD.join('.'), user === undefined ? `does not set ${FIELD.join('.')}` : `runs as ${shown(user)}`);
  }),
});
