import { AUTOSAVES, MIX, PAUSE_MS, SHARE } from './mix.js';
import type { Seen, Stage } from './told.js';
import type { Shown } from './watch.js';

/** A stage as it was played. */
export type Played = Stage & Seen & Shown;

/** What the evening came to. */
export interface Evening {
  readonly date: string;
  readonly commit: string;
  readonly machine: object;
  readonly asked: { readonly people: number; readonly units: number; readonly minutes: number; readonly seed: number };
  readonly mix: object;
  readonly stages: readonly Played[];
  /** p99 of saving a draft at the peak, over that at a tenth of the load; the target (G4) is 5 at most. */
  readonly autosave: {
    readonly tenth: number;
    readonly peak: number;
    readonly ratio: number | null;
    readonly target: number;
    readonly met: boolean;
  };
  readonly ledger: { readonly asked: number; readonly acknowledged: number; readonly lost: number; readonly faults: readonly string[] };
  /** What should not have been; empty when all is well. */
  readonly wrong: readonly string[];
}

const G4 = 5;
/** How often `/api/health` was asked before what it said counts: in seconds on a busy machine anything may be late once. */
const ASKED_ENOUGH = 50;
export const WRITTEN_MIX = { share: SHARE, mix: MIX, pause: PAUSE_MS, autosaves: AUTOSAVES };

/** A tenth of the people, all, all with a crowd beside them that is more than can be carried, all again. */
export function stagesOf(people: number, minutes: number, crowd: number): Stage[] {
  const seconds = (part: number): number => Math.max(4, Math.round(minutes * 60 * part));
  return [
    { name: 'warming', people, crowd: 0, seconds: seconds(0.1) },
    { name: 'tenth', people: Math.ceil(people / 10), crowd: 0, seconds: seconds(0.25) },
    { name: 'peak', people, crowd: 0, seconds: seconds(0.35) },
    { name: 'overload', people, crowd, seconds: seconds(0.1) },
    { name: 'after', people, crowd: 0, seconds: seconds(0.2) },
  ];
}

/** What a stage shows that should not be. Under a crowd people are refused; that is not wrong. */
export function wrongIn({ name, seconds, answers, unanswered, withoutRetryAfter, health, lastRefusal }: Played): string[] {
  const wrong: string[] = [];
  const refused = Object.entries(answers).filter(([status]) => Number(status.slice(0, 3)) >= 400);
  const busy = answers['503 busy'] ?? 0;
  for (const [status, count] of refused) if (status !== '503 busy') wrong.push(`${name}: ${count} answers were ${status}`);
  for (const [why, count] of Object.entries(unanswered)) wrong.push(`${name}: ${count} requests were not answered (${why})`);
  if (withoutRetryAfter > 0) wrong.push(`${name}: ${withoutRetryAfter} refusals did not say when to try again`);
  if (health.notReady > 0 && health.asked >= ASKED_ENOUGH)
    wrong.push(`${name}: /api/health was not 200 ${health.notReady} times of ${health.asked}`);
  if (name === 'overload' && busy === 0) wrong.push('overload: nobody was turned away, so it was none');
  if ((name === 'tenth' || name === 'peak') && busy > 0) wrong.push(`${name}: ${busy} requests were turned away`);
  // Whoever was told to come again in five seconds does so all at once; after that nobody may be refused any more.
  if (name === 'after' && lastRefusal !== null && lastRefusal > seconds / 2) wrong.push(`after: still turned away after ${lastRefusal} s`);
  return wrong;
}

/** How much slower the slowest saves of drafts are at the peak. */
export function autosaveOf(stages: readonly Played[]): Evening['autosave'] {
  const [tenth, peak] = ['tenth', 'peak'].map((name) => stages.find((stage) => stage.name === name)!.autosaves.p99);
  const ratio = tenth! > 0 ? Math.round((peak! / tenth!) * 100) / 100 : null; // nobody saved anything
  return { tenth: tenth!, peak: peak!, ratio, target: G4, met: ratio !== null && ratio <= G4 };
}

const cell = (value: string | number, width: number): string => String(value).padStart(width);

/** The figures as a table for people. */
export function tableOf({ stages, autosave, ledger, wrong }: Evening): string {
  const lines = stages.flatMap((stage) => {
    const { name, people, crowd, seconds, routes, answers, client, api, worker, database, machine, health } = stage;
    const count = Object.values(answers).reduce((sum, n) => sum + n, 0);
    const head = `\n── ${name}: ${people} people${crowd > 0 ? ` and a crowd of ${crowd}` : ''}, ${seconds} s, ${Math.round(count / seconds)} answers a second`;
    const table = Object.entries(routes).map(
      ([route, { count: n, p50, p95, p99, most }]) =>
        `  ${route.padEnd(46)}${cell(n, 7)}${cell(p50, 9)}${cell(p95, 9)}${cell(p99, 9)}${cell(most, 9)}`,
    );
    const { open, active, idleInTransaction } = database.connections;
    return [
      head,
      `  ${'ms'.padEnd(46)}${cell('count', 7)}${cell('p50', 9)}${cell('p95', 9)}${cell('p99', 9)}${cell('most', 9)}`,
      ...table,
      `  lines: ${words({ ...stage.lines })}`,
      `  answers ${words(answers)}; last 503 ${stage.lastRefusal ?? '–'} s`,
      `  processors: API ${api?.processor ?? '?'}, worker ${worker?.processor ?? '?'}, database ${database.processor ?? '?'}, client ${client.processor} (timers ${client.late} ms late); machine ${machine.busy} of ${machine.processors}`,
      `  memory: API ${api?.memory ?? '?'} MB (most ${api?.most ?? '?'}), worker ${worker?.memory ?? '?'} MB; connections ${open}, at work ${active}, idle in transaction ${idleInTransaction}`,
      `  database under way: ${words(database.waits)}`,
      `  /api/health: ${health.asked} times, worst ${health.worstMs} ms, not ready ${health.notReady}`,
    ];
  });
  return [
    ...lines,
    `\n${autosave.met ? '✔' : '✗'} autosave p99: ${autosave.peak} ms at the peak, ${autosave.tenth} ms at a tenth: ${autosave.ratio ?? '–'} x, at most ${autosave.target}`,
    `${ledger.faults.length === 0 ? '✔' : '✗'} ledger: ${ledger.asked} writes, ${ledger.acknowledged} acknowledged, ${ledger.lost} unanswered, ${ledger.faults.length} faults`,
    ...[...wrong, ...ledger.faults.slice(0, 20)].map((what) => `✗ ${what}`),
  ].join('\n');
}

const words = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
