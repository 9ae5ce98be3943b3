import { Listening } from '../database/listening.js';
import type { Log } from '../http/log.js';

/** How often everything is looked at even if no word came: what became due by time alone, or while the connection was broken. */
const EVERY_MS = 1_000;

/** Tells loops when to look: at once when the database says so (NOTIFY), otherwise every second. */
export class Wake {
  private timer: NodeJS.Timeout | null = null;
  private readonly listening: Listening;

  constructor(
    url: string,
    private readonly channels: Readonly<Record<string, () => void>>,
    log: Log,
  ) {
    // Without the connection the timer alone wakes.
    this.listening = new Listening(url, { channels, failed: (error) => log.warn({ error: String(error) }, 'listening failed') });
  }

  async start(): Promise<void> {
    this.timer = setInterval(() => this.ring(), EVERY_MS);
    await this.listening.start();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.listening.stop();
  }

  private ring(): void {
    for (const wake of Object.values(this.channels)) wake();
  }
}
