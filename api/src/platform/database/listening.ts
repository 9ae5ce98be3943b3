import pg from 'pg';

/** How soon a lost connection is made anew, and again as long as there is none. */
const AGAIN_MS = 1_000;
/** A line without a word for so long is tried by the operating system: a server that vanished would else never be missed. */
const TRY_AFTER_MS = 10_000;

/** What is heard, a function for each channel, and what is said of the connection itself. */
export interface Ears {
  readonly channels: Readonly<Record<string, (payload: string) => void>>;
  /** It stands, for the first time or again: what was said meanwhile was not heard. */
  readonly stands?: () => void;
  readonly failed: (error: unknown) => void;
}

/** A connection that hears what the database is told (NOTIFY). It comes back by itself. */
export class Listening {
  private client: pg.Client | null = null;
  private again: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly ears: Ears,
  ) {}

  /** Never fails: where the database does not answer, it is tried again. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, keepAliveInitialDelayMillis: TRY_AFTER_MS });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.ears.channels[channel]?.(payload ?? ''));
    try {
      await client.connect();
      for (const channel of Object.keys(this.ears.channels)) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      this.ears.stands?.();
    } catch (error) {
      this.lost(client);
      if (!this.stopped) this.ears.failed(error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.again) clearTimeout(this.again);
    await this.client?.end().catch(() => undefined); // it may be lost already
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    if (!this.stopped) this.again = setTimeout(() => void this.start(), AGAIN_MS);
  }
}
