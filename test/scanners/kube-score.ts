import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Scanner } from './scanner';

const VERSION = '1.20.0';
const KUBERNETES_VERSION = 'v1.36';

/** Critical is 1, a warning 5, "almost" 7; nothing below this is clean. */
const GRADE_OK = 10;

export const kubeScore: Scanner = {
  name: 'kube-score',
  version: VERSION,
  needs: 'Go >= 1.23',
  install: (folder) => {
    execFileSync('go', ['install', `github.com/zegl/kube-score/cmd/kube-score@v${VERSION}`], {
      env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
      stdio: 'pipe',
    });
  },
};

export interface KubeScoreVerdict {
  /** The objects that it has a check for, as `Kind/name`. */
  readonly judged: string[];
  /** `Kind/name check-id`, for everything that is not OK. */
  readonly complaints: string[];
}

interface ScoredObject {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks: ReadonlyArray<{ readonly check: { readonly id: string }; readonly skipped: boolean; readonly grade: number }>;
}

/** Scans the files as one application. Annotations that would silence a check are not honoured. */
export function scanWithKubeScore(folder: string, files: string[]): KubeScoreVerdict {
  const options = ['--output-format', 'json', '--kubernetes-version', KUBERNETES_VERSION, '--disable-ignore-checks-annotations'];
  const { stdout, stderr, error } = spawnSync(join(folder, 'kube-score'), ['score', ...options, ...files], { encoding: 'utf8' });
  if (error || !stdout) { throw error ?? new Error(`kube-score: ${stderr}`); }
  const objects: ScoredObject[] = JSON.parse(stdout) ?? [];
  const nameOf = (object: ScoredObject) => `${object.type_meta.kind}/${object.object_meta.name}`;
  return {
    judged: objects.map(nameOf),
    complaints: objects.flatMap((object) => object.checks
      .filter((check) => !check.skipped && check.grade < GRADE_OK)
      .map((check) => `${nameOf(object)} ${check.check.id}`)),
  };
}
