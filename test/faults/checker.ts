import { verifyJournal } from '@thidua/api/platform/journal/verify';
import { LANES } from '@thidua/api/platform/worker/worker';
import type pg from 'pg';
import type { Answered, Asked, Ledger } from './ledger.js';

/** Where the records of a kind lie, and what tells one draft from the next: its note, or the evidence of its first line. */
const TABLES: Readonly<Record<string, string>> = { Registration: 'registration', Scorecard: 'scorecard', Sheet: 'sheet' };
const NOTES: Readonly<Record<string, string>> = { Scorecard: `self_scores -> 0 ->> 'evidence'` };

/** How many letters an event sends, by kind and event; one that is not named sends none. */
export type LettersOf = Readonly<Record<string, number>>;

/** What the database knows of the records that the ledger names. */
interface Kept {
  readonly records: ReadonlyMap<string, { version: number; entries: number; state: string; note: string }>;
  /** The journal of each record, in its order. */
  readonly chains: ReadonlyMap<string, readonly { n: number; event: string; version: number; to: string; letters: number }[]>;
  /** The requests that bore a key. */
  readonly keys: ReadonlyMap<string, readonly { request_hash: string; record_id: string; n: number }[]>;
}

/** An act with all that was asked and answered of it. */
interface Act {
  readonly asked: Asked;
  readonly answers: readonly Answered[];
  /** The version that it was told to have made; null when it was refused or never answered. */
  readonly made: number | null;
}

/**
 * Compares the ledger with database, journal and letters, once nobody writes any more. @returns a sentence for each thing that is not so:
 * - every act was answered in the end, and each 2xx stands in the database once, with the version, key, entry and letters of that answer;
 * - nothing else stands there: the versions of a record are those that were answered, and what was refused left nothing;
 * - the last draft that was acknowledged is the draft; the state is that of the last entry; no chain is broken;
 * - every letter of the outbox, since the ledger was begun, was taken by the mail server, no other was, and one twice only if somebody was struck who may have held it.
 */
export async function faultsOf(ledger: Ledger, db: pg.ClientBase, letters: LettersOf, since = new Date(0)): Promise<string[]> {
  const acts = actsOf(ledger);
  const kept = await readKept(db, acts);
  const { broken } = await verifyJournal(db);
  return [
    ...acts.flatMap((act) => faultsOfAct(act, kept, letters)),
    ...[...kept.records.keys()].flatMap((id) => faultsOfRecord(id, acts, kept)),
    ...(broken ? [`the chain of ${broken.recordKind} ${broken.recordId} is broken at ${broken.n}: ${broken.why}`] : []),
    ...(await faultsOfLetters(ledger, db, since)),
  ];
}

function actsOf(ledger: Ledger): Act[] {
  const answers = Map.groupBy(ledger.all('answered'), ({ id }) => id);
  const asked = new Map(ledger.all('asked').map((one) => [one.id, one]));
  return [...asked.values()].map((one) => {
    const own = (answers.get(one.id) ?? []).filter(({ status }) => status < 500);
    return { asked: one, answers: own, made: own.find(({ version }) => version !== null)?.version ?? null };
  });
}

async function readKept(db: pg.ClientBase, acts: readonly Act[]): Promise<Kept> {
  const records: [string, { version: number; entries: number; state: string; note: string }][] = [];
  for (const [kind, own] of Map.groupBy(acts, ({ asked }) => asked.kind)) {
    const ids = [...new Set(own.map(({ asked }) => asked.record))];
    const { rows } = await db.query(
      `select id, version, entries, state, ${NOTES[kind] ?? 'note'} as note from ${TABLES[kind]} where id = any($1)`,
      [ids],
    );
    for (const row of rows) records.push([row.id as string, row]);
  }
  const ids = records.map(([id]) => id);
  const entries = await db.query(
    `select j.record_id, j.n, b.body ->> 'event' as event, (b.body ->> 'version')::int as version, b.body ->> 'to' as to,
            (select count(*)::int from delivery d where d.record_id = j.record_id and d.n = j.n) as letters
       from journal j, lateral (select j.body::jsonb as body) b where j.record_id = any($1) order by j.record_id, j.n`,
    [ids],
  );
  const keys = await db.query('select key, request_hash, record_id, n from idempotency where key = any($1)', [
    acts.map(({ asked }) => asked.key),
  ]);
  return {
    records: new Map(records),
    chains: Map.groupBy(entries.rows, ({ record_id }) => record_id as string),
    keys: Map.groupBy(keys.rows, ({ key }) => key as string),
  };
}

/** What is not so about one act. */
function faultsOfAct({ asked, answers, made }: Act, kept: Kept, letters: LettersOf): string[] {
  const name = `${asked.event ?? 'save'} of ${asked.kind} ${asked.record} at version ${asked.saw} (${asked.id})`;
  const keys = (kept.keys.get(asked.key) ?? []).filter(({ request_hash }) => request_hash === asked.hash);
  if (answers.length === 0) return [`${name} was never answered`];
  if (made === null) return keys.length > 0 ? [`${name} was refused, but left its key`] : [];
  const faults = new Set(answers.map(({ version }) => version)).size > 1 ? [`${name} got different answers`] : [];
  const [key] = keys;
  if (!key) return [...faults, `${name} was acknowledged, but its key is not there`];
  if (keys.length > 1) faults.push(`${name} has ${keys.length} keys`);
  if (key.record_id !== asked.record) faults.push(`the key of ${name} is that of another record`);
  if (made !== asked.saw + 1) faults.push(`${name} was answered with version ${made}`);
  if (asked.event === null) return faults;
  const entries = (kept.chains.get(asked.record) ?? []).filter(({ version }) => version === made);
  if (entries.length !== 1) return [...faults, `${name} was acknowledged, but has ${entries.length} entries`];
  const [entry] = entries;
  if (entry!.n !== key.n || entry!.event !== asked.event) faults.push(`the entry of ${name} is that of ${entry!.event} (${entry!.n})`);
  const wanted = letters[`${asked.kind} ${asked.event}`] ?? 0;
  if (entry!.letters !== wanted) faults.push(`${name} has ${entry!.letters} letters instead of ${wanted}`);
  return faults;
}

/** What is not so about a record: its versions since it was first seen must be just those that were answered. */
function faultsOfRecord(id: string, acts: readonly Act[], kept: Kept): string[] {
  const own = acts.filter(({ asked }) => asked.record === id);
  const done = own.filter(({ made }) => made !== null).sort((a, b) => a.made! - b.made!);
  const { version, entries, state, note } = kept.records.get(id)!;
  const first = Math.min(...own.map(({ asked }) => asked.saw));
  const name = `${own[0]!.asked.kind} ${id}`;
  const faults: string[] = [];
  const made = done.map((act) => act.made!);
  const expected = Array.from({ length: version - first }, (_, n) => first + 1 + n);
  if (made.join() !== expected.join()) faults.push(`${name} went from version ${first} to ${version}, but was answered ${made.join()}`);
  const chain = kept.chains.get(id) ?? [];
  const events = done.filter(({ asked }) => asked.event !== null);
  const since = chain.filter((entry) => entry.version > first);
  if (since.length !== events.length) faults.push(`${name} has ${since.length} entries for ${events.length} events`);
  if (chain.length !== entries) faults.push(`${name} counts ${entries} entries, but has ${chain.length}`);
  if (chain.length > 0 && chain.at(-1)!.to !== state) faults.push(`${name} is ${state}, but its journal says ${chain.at(-1)!.to}`);
  const saved = done.findLast(({ asked }) => asked.note !== null);
  if (saved && saved.asked.note !== note) faults.push(`${name} lost the draft of version ${saved.made}: it says “${note}”`);
  return faults;
}

/** What is not so about the letters. */
async function faultsOfLetters(ledger: Ledger, db: pg.ClientBase, since: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string; state: string; letter: string; address: string; alike: number }>(
    `select id, state, letter, address, count(*) over (partition by record_id, n, letter, address)::int as alike from delivery
      where created_at > $1`,
    [since],
  );
  const struck = ledger.all('struck').filter(({ program }) => program !== 'api');
  const taken = Map.groupBy(ledger.all('letter'), ({ messageId }) => /^<([0-9a-f-]{36})@/.exec(messageId)?.[1] ?? messageId);
  const queued = new Set(rows.map(({ id }) => id));
  const faults = [...taken.keys()].filter((id) => !queued.has(id)).map((id) => `letter ${id} was sent, but is in no outbox`);
  let again = 0;
  for (const { id, state, letter, address, alike } of rows) {
    const name = `${letter} to ${address} (${id})`;
    const copies = taken.get(id) ?? [];
    if (state !== 'accepted') faults.push(`${name} is ${state}`);
    if (copies.length === 0) faults.push(`${name} never came`);
    if (alike > 1) faults.push(`${name} stands in the outbox ${alike} times`);
    if (copies.some(({ to }) => to !== address)) faults.push(`${name} went to ${copies.map(({ to }) => to).join()}`);
    // A worker holds a letter before the mail server has it, and until it is marked: whoever is struck in between sends it again.
    const held = (n: number) => struck.some(({ at, since = at }) => since <= copies[n]!.at && at >= (copies[n - 2]?.at ?? 0));
    if (copies.some((_, n) => n > 0 && !held(n)))
      faults.push(`${name} came ${copies.length} times, with nobody struck before it came again`);
    again += Math.max(0, copies.length - 1);
  }
  if (again > LANES * struck.length) faults.push(`${again} letters came again, more than ${struck.length} blows can explain`);
  return faults;
}
