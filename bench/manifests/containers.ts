import { Care } from './care';
import { Random } from './random';

const DIGEST = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The lines of one container, indented as an item of a list at column 0. */
export function container(name: string, app: string, care: Care, random: Random): string {
  const image = care === 'hardened' ? `registry.example.com/${app}/${name}:1.${random.below(30)}.0@${DIGEST}` : `registry.example.com/${app}/${name}:1.${random.below(30)}.0`;
  return `- name: ${name}
  image: "${care === 'careless' ? `${app}/${name}` : image}"
  imagePullPolicy: ${care === 'hardened' ? 'Always' : 'IfNotPresent'}
  args: ["--listen=:8080", "--log-level=info", '--name=${app}']
  ports:
    - name: http
      containerPort: ${random.pick([8080, 8080, 9090, 3000])}
      protocol: TCP
  env:
    - name: LOG_FORMAT
      value: json
    - name: POD_NAME
      valueFrom:
        fieldRef:
          fieldPath: metadata.name
${repeated(2 + random.below(6), (at) => `    - name: SETTING_${at}\n      value: "${random.below(10_000)}"\n`)}${securityContext(care)}${resources(care, random)}${probes(care)}  volumeMounts:
    - name: tmp
      mountPath: /tmp
    - name: config
      mountPath: /etc/${app}
      readOnly: true
`;
}

function securityContext(care: Care): string {
  switch (care) {
    case 'hardened': return `  securityContext:
    # no way to more rights
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: ["ALL"]
`;
    case 'usual': return `  securityContext:
    allowPrivilegeEscalation: false
`;
    case 'careless': return '';
  }
}

function resources(care: Care, random: Random): string {
  if (care === 'careless') { return ''; }
  const memory = `${64 * (1 + random.below(8))}Mi`;
  return `  resources:
    requests:
      cpu: ${50 * (1 + random.below(10))}m
      memory: ${memory}
${care === 'hardened' ? '      ephemeral-storage: 64Mi\n' : ''}    limits:
      cpu: ${1 + random.below(2)}
      memory: ${memory}
${care === 'hardened' ? '      ephemeral-storage: 64Mi\n' : ''}`;
}

function probes(care: Care): string {
  const probe = (kind: string, path: string) => `  ${kind}:
    httpGet:
      path: ${path}
      port: http
    initialDelaySeconds: 5
    periodSeconds: 10
`;
  return care === 'careless' ? '' : probe('livenessProbe', '/livez') + probe('readinessProbe', '/readyz');
}

export function repeated(count: number, item: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => item(at)).join('');
}

/** Further to the right. */
export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
