import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from '../../api/launch/children.mjs';
import { during } from '../../api/launch/say.mjs';

/**
 * Installs a package of its own below test/, whose lock lies beside it, when it is missing or older than its lock: what a command
 * measures with, and the product does not carry.
 * @param {string} folder the package's
 * @param {string} saying what is said meanwhile
 * @throws Error
 */
export async function installOwnPackage(folder, saying, stopping) {
  const stamp = join(folder, 'node_modules', '.thidua-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const windows = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  const [command, ...first] = windows ? ['cmd.exe', '/c', 'npm'] : ['npm'];
  const code = await during(saying, async () => {
    const npm = runShown({ name: 'npm', command, args: [...first, ...args], env: {}, cwd: folder });
    stopping.add(npm.stop);
    await npm.ended;
    return npm.code() ?? 1;
  });
  if (code !== 0) throw new Error(`${folder} could not be installed: npm ${args.join(' ')} ended with ${code}`);
  writeFileSync(stamp, wanted);
}
