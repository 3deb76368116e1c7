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

/** An object, as kube-score reports it. */
export interface ScoredObject {
  readonly file_name: string;
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks: ReadonlyArray<{ readonly check: { readonly id: string }; readonly skipped: boolean; readonly grade: number }>;
}

/** What it says of the files, taken as one application. */
export function scanWithKubeScore(folder: string, files: string[]): KubeScoreVerdict {
  const objects = scoredObjects(folder, files);
  const nameOf = (object: ScoredObject) => `${object.type_meta.kind}/${object.object_meta.name}`;
  return {
    judged: objects.map(nameOf),
    complaints: objects.flatMap((object) => complaintsAbout(object).map((check) => `${nameOf(object)} ${check}`)),
  };
}

/** Annotations that would silence a check are not honoured. */
export function scoredObjects(folder: string, files: readonly string[], ...more: readonly string[]): readonly ScoredObject[] {
  const options = ['--output-format', 'json', '--kubernetes-version', KUBERNETES_VERSION, '--disable-ignore-checks-annotations', ...more];
  const { stdout, stderr, error } = spawnSync(join(folder, 'kube-score'), ['score', ...options, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error || !stdout) { throw error ?? new Error(`kube-score: ${stderr}`); }
  return JSON.parse(stdout) ?? [];
}

/** The ids of the checks that an object does not pass. */
export function complaintsAbout({ checks }: ScoredObject): string[] {
  return checks.filter(({ skipped, grade }) => !skipped && grade < GRADE_OK).map(({ check }) => check.id);
}
