import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Scanner } from './scanner';

const VERSION = '3.3.30';

export const checkov: Scanner = {
  name: 'checkov',
  version: VERSION,
  needs: 'Python >= 3.9 with venv',
  install: (folder) => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
    execFileSync(pythonOf(folder), ['-m', 'pip', 'install', '--quiet', `checkov==${VERSION}`], { stdio: 'pipe' });
  },
};

/** Unlike the scripts beside it, the interpreter of an environment still works where the environment was moved to. */
function pythonOf(folder: string): string {
  return join(folder, 'bin', 'python');
}

export interface CheckovVerdict {
  readonly resources: number;
  readonly passed: number;
  readonly skipped: number;
  /** `Kind.namespace.name CKV_K8S_NN`. */
  readonly failed: string[];
}

/** Scans the manifests in a directory as one application, without the network. */
export function scanWithCheckov(folder: string, manifests: string): CheckovVerdict {
  const { summary, failed } = checkovReport(folder, manifests);
  const { resource_count: resources, passed, skipped } = summary;
  return { resources, passed, skipped, failed: failed.map((check) => `${check.resource} ${check.check_id}`) };
}

export interface CheckovReport {
  readonly summary: { readonly resource_count: number; readonly passed: number; readonly skipped: number };
  readonly failed: readonly { readonly resource: string; readonly check_id: string; readonly file_path: string }[];
}

/** What it says of the manifests in a directory. */
export function checkovReport(folder: string, manifests: string): CheckovReport {
  const options = ['--framework', 'kubernetes', '--output', 'json', '--compact', '--quiet', '--skip-download'];
  const { stdout, stderr, error } = spawnSync(pythonOf(folder), ['-m', 'checkov.main', '--directory', manifests, ...options], {
    encoding: 'utf8',
    env: { ...process.env, CKV_SKIP_PACKAGE_UPDATE_CHECK: 'true' },
    maxBuffer: 2 ** 30,
  });
  if (error || !stdout) { throw error ?? new Error(`checkov: ${stderr}`); }
  const report = JSON.parse(stdout);
  return { summary: report.summary ?? report, failed: report.results?.failed_checks ?? [] };
}
