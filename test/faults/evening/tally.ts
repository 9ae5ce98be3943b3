import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Answer } from '../../support/client.js';
import { AUTOSAVES } from './mix.js';
import type { Lines, RouteFigures, Seen } from './told.js';

const round = (value: number): number => Math.round(value * 10) / 10;

/** Percentiles of times, the nearest rank. */
export function figuresOf(times: readonly number[]): RouteFigures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** What the client sees of one stage. */
export class Tally {
  private readonly times = new Map<string, number[]>();
  private readonly answers = new Map<string, number>();
  private readonly unanswered = new Map<string, number>();
  /** Counted by those who keep them. */
  readonly lines: Lines = { opened: 0, refused: 0, cut: 0, words: 0 };
  private withoutRetryAfter = 0;
  private lastRefusal: number | null = null;
  private readonly began = performance.now();
  private calm = this.began;
  private readonly used = process.cpuUsage();
  private readonly delay = monitorEventLoopDelay({ resolution: 5 });

  constructor() {
    this.delay.enable();
  }

  /** From now on refusals are counted anew: the crowd has gone. */
  crowdIsGone(): void {
    [this.calm, this.lastRefusal] = [performance.now(), null];
  }

  /** Sends and notes how long it took, or what came instead. A request without an answer is null. */
  async timed<T>(route: string, send: () => Promise<Answer<T> | null>): Promise<Answer<T> | null> {
    const since = performance.now();
    const answer = await send().catch((error: unknown) => {
      this.count(this.unanswered, String((error as { cause?: { code?: string } }).cause?.code ?? error));
      return null;
    });
    if (!answer) return null;
    const { code } = answer.body as { code?: unknown };
    this.count(this.answers, answer.status >= 400 && typeof code === 'string' ? `${answer.status} ${code}` : String(answer.status));
    if (answer.status === 503) {
      this.lastRefusal = performance.now();
      if (!Number(answer.headers.get('retry-after'))) this.withoutRetryAfter += 1;
    }
    if (answer.status < 300) this.timesOf(route).push(performance.now() - since);
    return answer;
  }

  /** Notes that a request of which the ledger already knows was never answered. */
  lost(): void {
    this.count(this.unanswered, 'no answer');
  }

  /** @param ledger the file in which all of it stands */
  seen(ledger: string): Seen {
    const seconds = (performance.now() - this.began) / 1000;
    const { user, system } = process.cpuUsage(this.used);
    this.delay.disable();
    const saves = AUTOSAVES.flatMap((route) => this.times.get(route) ?? []);
    return {
      seconds: round(seconds),
      routes: Object.fromEntries([...this.times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([route, times]) => [route, figuresOf(times)])),
      autosaves: figuresOf(saves),
      answers: Object.fromEntries([...this.answers].sort()),
      unanswered: Object.fromEntries(this.unanswered),
      withoutRetryAfter: this.withoutRetryAfter,
      lastRefusal: this.lastRefusal === null ? null : round((this.lastRefusal - this.calm) / 1000),
      client: { processor: Math.round(((user + system) / 1e6 / seconds) * 100) / 100, late: round(this.delay.percentile(99) / 1e6) },
      lines: this.lines,
      ledger,
    };
  }

  private timesOf(route: string): number[] {
    const times = this.times.get(route) ?? [];
    this.times.set(route, times);
    return times;
  }

  private count(counts: Map<string, number>, name: string): void {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}
