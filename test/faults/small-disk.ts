import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PIECE = Buffer.alloc(256 * 1024);

/** A file system of its own in memory, of so many megabytes, which can be filled to its last byte and freed again. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'thidua-small-disk-'));
  private readonly ballast = join(this.folder, 'ballast');

  constructor(megabytes: number) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', this.folder]);
  }

  /** Whether this user may mount on this machine. */
  static get possible(): boolean {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
    return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
  }

  /** Leaves no room. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    for (let size = PIECE.length; size > 0; size = written(file, size) > 0 ? size : size >> 1);
    closeSync(file);
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  close(): void {
    execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}

/** How many bytes found room. */
function written(file: number, size: number): number {
  try {
    return writeSync(file, PIECE, 0, size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 0;
    throw error;
  }
}
