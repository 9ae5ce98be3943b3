import pg from 'pg';
import type { Log } from '../http/log.js';

/** How often everything is looked at even if no word came: what became due by time alone, or while the connection was broken. */
const EVERY_MS = 1_000;

/** Tells loops when to look: at once when the database says so (NOTIFY), otherwise every second. */
export class Wake {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly channels: Readonly<Record<string, () => void>>,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    this.timer = setInterval(() => this.ring(), EVERY_MS);
    await this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private ring(): void {
    for (const wake of Object.values(this.channels)) wake();
    if (!this.client && !this.stopped) void this.listen();
  }

  /** Without this connection the timer alone wakes; the next ring tries again. */
  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    this.client = client;
    const lost = () => {
      if (this.client === client) this.client = null;
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel }) => this.channels[channel]?.());
    try {
      await client.connect();
      for (const channel of Object.keys(this.channels)) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      lost();
      this.log.warn({ error: String(error) }, 'listening failed');
    }
  }
}
