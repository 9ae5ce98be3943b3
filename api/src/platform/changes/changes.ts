import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';

/** The channel on which blocs are named that have changed. */
export const CHANGED = 'changed';

/** So long changes are gathered before they are told: the first of them waits so long, and a busy bloc is named no oftener. */
const GATHERED_MS = 1_000;

/**
 * Tells all programs of the installation in which blocs something has changed, after it is committed. It tells neither what nor by whom.
 *
 * A NOTIFY within the door's transaction would hold PostgreSQL's one lock for notifications until that commit is on the disk, and no two
 * changes could be committed together any more. One by itself writes nothing and waits for no disk. A program that is killed in between
 * loses a hint and no change: whoever watched at it comes back and reads, others see it with the next hint.
 */
@Injectable()
export class Changes implements BeforeApplicationShutdown {
  private readonly blocs = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly database: Database) {}

  /** Remembers that something in a bloc has changed. Nobody waits for its being told. */
  note(blocId: string): void {
    this.blocs.add(blocId);
    this.timer ??= setTimeout(() => void this.tell(), GATHERED_MS).unref();
  }

  /** What was gathered is told before the program ends. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.tell();
  }

  private async tell(): Promise<void> {
    const blocs = [...this.blocs];
    this.blocs.clear();
    this.timer = null;
    if (blocs.length === 0) return;
    // Where the database is away those who listen have lost it too, and tell everybody as soon as it is back.
    await this.database.source.query('select pg_notify($1, bloc) from unnest($2::text[]) bloc', [CHANGED, blocs]).catch(() => undefined);
  }
}
