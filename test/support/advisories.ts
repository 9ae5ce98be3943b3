import { spawnSync } from 'node:child_process';
import { ROOT } from './launcher.js';

const GRAVE: readonly unknown[] = ['high', 'critical'];
/** How long a registry may take to answer, in milliseconds. */
const PATIENCE = '20000';

interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
}
/** What `npm audit --json` writes when the registry has answered. */
export interface AuditReport {
  readonly vulnerabilities: Readonly<Record<string, Vulnerability>>;
}

/** The packages that we ship and that have a known vulnerability of high severity, each with what is known. */
export const graveOf = ({ vulnerabilities }: AuditReport): string[] =>
  Object.values(vulnerabilities)
    .filter(({ severity }) => GRAVE.includes(severity))
    .map(({ name, severity, via }) => {
      const known = via.map((cause) => (typeof cause === 'string' ? `by ${cause}` : `${cause.title} ${cause.url}`));
      return `${name} (${severity}): ${known.join('; ')}`;
    });

/**
 * Asks the registry what is known against the packages that we ship.
 * @returns its report, or in a sentence why there is none
 */
export function askRegistry(environment: NodeJS.ProcessEnv = process.env): AuditReport | string {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', `--fetch-timeout=${PATIENCE}`];
  const { stdout, error } = spawnSync('npm', args, { cwd: ROOT, env: environment, encoding: 'utf8', shell: process.platform === 'win32' });
  if (error) return `npm: ${error.message}`;
  const answer = read(stdout);
  if ('vulnerabilities' in answer) return answer as AuditReport;
  return 'message' in answer ? String(answer.message) : `npm said: ${stdout.slice(0, 200)}`;
}

function read(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {}; // npm said something else: it is told as it is
  }
}
