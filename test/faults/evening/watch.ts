import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type pg from 'pg';

/** Where the kernel tells of processes; elsewhere memory and processors are not measured. */
const SEES = process.platform === 'linux';
/** The kernel counts the time of processes in hundredths of a second. */
const TICKS = 100;
const LOOK_MS = 100;
const ASK_HEALTH_EVERY = 5;

/** What is busy, and on what: only what is under way at the moment counts, by what it waits for. */
const BUSY = `
  select coalesce(wait_event_type || ': ' || wait_event, 'on the processor') as wait, count(*)::int as count from pg_stat_activity
   where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and backend_type = 'client backend' group by 1`;
const CONNECTIONS = `
  select pid, state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

/** What the machine and the database showed in a stage. Shares are of one processor; memory is in MB. */
export interface Shown {
  readonly api: { readonly processor: number; readonly memory: number; readonly most: number } | null;
  readonly worker: { readonly processor: number; readonly memory: number; readonly most: number } | null;
  readonly database: {
    readonly processor: number | null;
    /** Connections open at most, and of these in a transaction without a statement, and at work. */
    readonly connections: { readonly open: number; readonly idleInTransaction: number; readonly active: number };
    /** What statements were waiting for, as shares of all that were seen under way. */
    readonly waits: Readonly<Record<string, number>>;
  };
  /** All processors of the machine together, with whatever else runs on it. */
  readonly machine: { readonly processors: number; readonly busy: number };
  readonly health: { readonly asked: number; readonly notReady: number; readonly worstMs: number };
}

/** Processor time that a process has used, in seconds; 0 when it is gone. */
function usedBy(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

/** Memory in use, in MB. */
const memoryOf = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);

/** Time that all processors were busy, in seconds. */
const busy = (): number => cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;

const share = (value: number): number => Math.round(value * 100) / 100;

/** A process that is looked at: since when, and the most memory. */
class Looked {
  private readonly before: number;
  private most = 0;
  constructor(private readonly pid: number) {
    this.before = usedBy(pid);
    this.look();
  }
  look(): void {
    this.most = Math.max(this.most, memoryOf(this.pid));
  }
  shown(seconds: number) {
    return { processor: share((usedBy(this.pid) - this.before) / seconds), memory: memoryOf(this.pid), most: this.most };
  }
}

/** Looks at programs, database and machine while a stage is played. */
export class Watch {
  private readonly began = performance.now();
  private readonly busyBefore = busy();
  private readonly programs: Looked[];
  private readonly backends = new Map<number, { first: number; last: number }>();
  private readonly waits = new Map<string, number>();
  private readonly most = { open: 0, idleInTransaction: 0, active: 0 };
  private readonly health = { asked: 0, notReady: 0, worstMs: 0 };
  private over = false;
  private readonly looking: Promise<void>;
  private readonly asking: Promise<void>;

  /** @param db a connection of its own; @param pids of API and worker */
  constructor(
    private readonly db: pg.Client,
    private readonly url: string,
    pids: readonly [number, number],
  ) {
    this.programs = SEES ? pids.map((pid) => new Looked(pid)) : [];
    this.looking = this.every(LOOK_MS, () => this.look());
    this.asking = this.every(LOOK_MS * ASK_HEALTH_EVERY, () => this.askHealth());
  }

  /** Ends the looking. */
  async shown(): Promise<Shown> {
    this.over = true;
    await Promise.all([this.looking, this.asking]);
    const seconds = (performance.now() - this.began) / 1000;
    const [api = null, worker = null] = this.programs.map((one) => one.shown(seconds));
    const seen = [...this.waits.values()].reduce((sum, count) => sum + count, 0);
    const used = [...this.backends.values()].reduce((sum, { first, last }) => sum + last - first, 0);
    const waits = [...this.waits].sort(([, a], [, b]) => b - a).map(([wait, count]) => [wait, share(count / seen)] as const);
    return {
      ...{ api, worker, health: this.health },
      database: { processor: SEES ? share(used / seconds) : null, connections: this.most, waits: Object.fromEntries(waits) },
      machine: { processors: cpus().length, busy: share((busy() - this.busyBefore) / seconds) },
    };
  }

  private async every(ms: number, look: () => Promise<void>): Promise<void> {
    while (!this.over) {
      const next = new Promise((resolve) => setTimeout(resolve, ms));
      await look();
      await next;
    }
  }

  private async look(): Promise<void> {
    for (const one of this.programs) one.look();
    const { rows } = await this.db.query<{ wait: string; count: number }>(BUSY);
    for (const { wait, count } of rows) this.waits.set(wait, (this.waits.get(wait) ?? 0) + count);
    const { rows: open } = await this.db.query<{ pid: number; state: string }>(CONNECTIONS);
    const inState = (state: string): number => open.filter((one) => one.state === state).length;
    this.most.open = Math.max(this.most.open, open.length);
    this.most.active = Math.max(this.most.active, inState('active'));
    this.most.idleInTransaction = Math.max(this.most.idleInTransaction, inState('idle in transaction'));
    if (SEES) for (const { pid } of open) this.usedByBackend(pid);
  }

  private usedByBackend(pid: number): void {
    const used = usedBy(pid);
    const known = this.backends.get(pid);
    this.backends.set(pid, { first: known?.first ?? used, last: used });
  }

  private async askHealth(): Promise<void> {
    const since = performance.now();
    const answer = await fetch(`${this.url}/api/health`).catch(() => null);
    await answer?.arrayBuffer();
    this.health.asked += 1;
    if (answer?.status !== 200) this.health.notReady += 1;
    this.health.worstMs = Math.max(this.health.worstMs, Math.round(performance.now() - since));
  }
}
