import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../support/launcher.js';
import { eventually } from '../support/worker.js';
import type { Ledger } from './ledger.js';

/** The built programs, and the points between statements at which each may be killed (strike.mjs). */
export const POINTS = {
  api: ['deciding', 'written', 'committing', 'committed'],
  worker: ['claimed', 'taken', 'marked', 'closed'],
} as const;
export type ProgramName = keyof typeof POINTS;

const FILES = { api: 'api/dist/main.js', worker: 'api/dist/worker.js' };
const KEPT_CHARACTERS = 20_000;
const STRIKE = new URL('./strike.mjs', import.meta.url).href;

/** One of the built programs, in a process of its own that is killed and started again, always at the same address. */
export class Victim {
  private child: ChildProcess | null = null;
  private said = '';

  constructor(
    readonly program: ProgramName,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly ledger: Ledger,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.environment.PORT}`;
  }

  /** How many requests it has answered since it was started. */
  get served(): number {
    return this.said.split('"status":').length - 1;
  }

  /** Starts it and waits until it answers. @throws Error with its words when it ends instead */
  async start(): Promise<void> {
    this.said = '';
    const child = spawn(process.execPath, ['--import', STRIKE, join(ROOT, FILES[this.program])], {
      env: { PATH: process.env.PATH, THIDUA_MODE: 'development', LOG_LEVEL: 'info', ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => this.hear(chunk.toString()));
    await eventually(async () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${this.program} ended:\n${this.said}`);
      return this.program === 'worker' ? this.said.includes('worker started') : answers(this.url);
    }, 60);
  }

  /** Kills it where it stands. */
  async kill(): Promise<void> {
    this.child!.kill('SIGKILL');
    await this.struck('at a random moment');
  }

  /** Has it killed the so-manyth time that it comes to a point between statements; waits for that. */
  async killAt(point: string, pass: number): Promise<void> {
    this.child!.send({ point, pass });
    await this.struck(point);
  }

  /** Sets the clock of this program on or back by so much, where it has one of its own (wrong-clock.mjs). */
  stepClock(milliseconds: number): void {
    this.child!.send({ step: milliseconds });
  }

  /** How many bytes it holds after a collection of garbage, and in all, where it can tell (weigh.mjs). */
  async weigh(): Promise<{ readonly held: number; readonly rss: number }> {
    this.child!.send({ weigh: true });
    const [told] = (await once(this.child!, 'message')) as [{ held: number; rss: number }];
    return told;
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  /** The last that it said is kept, however long it runs. */
  private hear(words: string): void {
    this.said = (this.said + words).slice(-KEPT_CHARACTERS);
  }

  private async struck(how: string): Promise<void> {
    const child = this.child!;
    if (child.signalCode === null) await once(child, 'exit');
    if (child.signalCode !== 'SIGKILL') throw new Error(`${this.program} ended by itself:\n${this.said}`);
    this.ledger.note({ what: 'struck', program: this.program, how });
  }
}

/** Whether an API answers at all, well or not. */
export const answers = async (url: string): Promise<boolean> => (await fetch(`${url}/api/health`).catch(() => null)) !== null;
