import type { Log } from '../http/log.js';

/** Does what is due, in several lanes at once, until nothing is left; rung again meanwhile, it looks again. */
export class Loop {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  /** @param one does a due thing, and may do the next ones as long as it is asked for more; false when nothing is due */
  constructor(
    private readonly name: string,
    private readonly lanes: number,
    private readonly one: (wantsMore: () => boolean) => Promise<boolean>,
    private readonly log: Log,
  ) {}

  readonly ring = (): void => {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
      if (this.again) this.ring(); // rung after the last look
    });
  };

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      // Mostly nothing is due: the other lanes open only once something was.
      if (await this.tryOne(() => false)) await Promise.all(Array.from({ length: this.lanes }, () => this.lane()));
    }
  }

  private async lane(): Promise<void> {
    const wantsMore = () => !this.stopped;
    while (wantsMore() && (await this.tryOne(wantsMore)));
  }

  /** A database that is away ends the lane; the next ring tries again. */
  private async tryOne(wantsMore: () => boolean): Promise<boolean> {
    try {
      return await this.one(wantsMore);
    } catch (error) {
      this.log.error({ loop: this.name, error: String(error) }, 'the loop was interrupted');
      return false;
    }
  }
}
