import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { binFolder } from '../../../api/launch/places.mjs';

/** After so many milliseconds a run hangs: then no test has noticed anything. */
const PATIENCE = 240_000;

/**
 * Runs specs of the copy once, with one guard taken away (none: as it stands).
 * @returns {Promise<{ passed: boolean, test: string | null }>} whether all passed, and the first test that did not
 */
export async function runSpecs(copy, { project, path }, env, stopping) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-jest-'));
  const output = join(folder, 'result.json');
  const flags = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'];
  const jest = [realpathSync(join(binFolder, 'jest')), '--json', `--outputFile=${output}`, '--runInBand', path];
  await ended(
    spawn(process.execPath, [...flags, ...jest], { cwd: join(copy, project), env: { ...process.env, ...env }, stdio: 'ignore' }),
    stopping,
    PATIENCE,
  );
  const result = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  if (result?.numTotalTestSuites === 0) throw new Error(`No spec stands at ${path}`);
  return { passed: result?.success ?? false, test: result && firstFailure(result) };
}

/** Waits for a process; it ends with us, and when it takes longer than that. @returns its exit code; null when it was ended */
export async function ended(child, stopping, patience = Infinity) {
  stopping.add(async () => void child.kill('SIGKILL'));
  const late = patience < Infinity ? setTimeout(() => child.kill('SIGKILL'), patience) : undefined;
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  clearTimeout(late);
  return code;
}

function firstFailure({ testResults }) {
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed) return `${basename(name)}: ${failed.fullName.replace(/\s+/g, ' ')}`;
  }
  return null;
}
