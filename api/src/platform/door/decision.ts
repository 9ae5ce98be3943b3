import { abilityFor, grantingPost, may, refusalOf } from '@thidua/workflows/ability';
import type { Actor } from '@thidua/workflows/actor';
import { advance } from '@thidua/workflows/advance';
import { Problem } from '@thidua/workflows/problem';
import { areaOf } from '@thidua/workflows/substitution/area';
import type { AnyStateMachine } from 'xstate';
import { actorInJournal } from '../journal/acting.js';
import { canonicalJson, chain, NO_ENTRY } from '../journal/canonical.js';
import { within, type Reading } from './batch.js';
import type { At } from './caller.js';
import type { ChainedRow, Moment, Procedure, SeenEvent, Wall } from './procedure.js';
import { addBeside, addEntry, addKey, addLetters, addUpdate, CteBuilder, type LetterRow, type Statement } from './statement.js';

/** The record as its reader may know it. @throws Problem 'not-found' when it may not be read, 'forbidden' with its reason otherwise */
function authorised(procedure: { kind: string }, reading: Reading, action: string): ChainedRow {
  const { actor, record } = reading;
  const rights = abilityFor(actor, procedure.kind);
  if (record && may(rights, action, procedure.kind, record)) return record;
  // What is not there and what is not to be seen are one answer, by one line.
  if (!record || !may(rights, 'read', procedure.kind, record)) throw new Problem('not-found');
  throw new Problem(refusalOf(rights, action, procedure.kind, record));
}

function refuseStale(record: ChainedRow, version: number): void {
  if (record.version !== version) throw new Problem('stale', { yours: version, current: record.version });
}

/** A record must be where its last entry says. @throws Problem 'broken-record' */
function refuseBroken({ machine }: { readonly machine: AnyStateMachine }, { record, lastEntry }: Reading): void {
  if (!record) return;
  const whole =
    record.entries === 0
      ? record.head === NO_ENTRY && record.state === String(machine.config.initial)
      : lastEntry?.hash === record.head && (JSON.parse(lastEntry.body) as { to?: string }).to === record.state;
  if (!whole) throw new Problem('broken-record');
}

/** @throws Problem 'year-closed' */
function refuseClosed({ outlivesYear }: { readonly outlivesYear?: true }, { closed }: Reading): void {
  if (closed && !outlivesYear) throw new Problem('year-closed');
}

/** The wall behind which a procedure's records stand, and the place within it. */
function whereOf({ wall = 'bloc' }: { readonly wall?: Wall }, at: At): { wall: Wall; within: string } {
  return { wall, within: within(wall, at) ?? '' };
}

function keyOf(at: At, actor: Actor) {
  const { key, requestHash } = at.caller;
  return key && actor.personId ? { personId: actor.personId, key, requestHash } : null;
}

/**
 * What the machine of a record must know, from what was read beside it.
 * @throws Problem 'stale' when the record was changed between the two: what stands around it now may not go with what it was
 */
function factsOf<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  { complete }: Procedure<Row, Facts, Event>,
  { record, columns, columnsVersion, now, actor }: Reading & { record: Row },
): Facts {
  if (columnsVersion !== null && columnsVersion !== record.version)
    throw new Problem('stale', { yours: record.version, current: columnsVersion });
  return complete ? complete(record, columns, now, actor) : (columns as Facts);
}

/** The pure middle of the door: authorise, advance, entry, letters; then the one statement that writes them. */
export function decide<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  at: At,
  reading: Reading & { record: Row },
  event: Event,
): Statement {
  const record = authorised(procedure, reading, event.type) as Row;
  refuseClosed(procedure, reading);
  refuseStale(record, event.version);
  refuseBroken(procedure, reading);
  const facts = factsOf(procedure, reading);
  const decision = advance(procedure.machine, record.state, facts, event);
  const post = grantingPost(reading.actor, event.type, procedure.kind, record);
  const { actor, now, salt } = reading;
  const moment: Moment<Row, Facts, Event> = { record, facts, event, to: decision.state, actor, post, now, salt };
  return write(
    procedure,
    at,
    moment,
    reading,
    decision.letters.map(({ name }) => name),
  );
}

/** What the columns of a draft become; `beside` is what stands around it (`editFacts`, or the facts of `editNeed`). @throws Problem */
export type EditedColumns<Row> = (
  record: Row,
  actor: Actor,
  beside: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** The same for a draft that is saved: no step, no entry, no letters. */
export function decideEdit<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  at: At,
  reading: Reading & { record: Row },
  version: number,
  columns: EditedColumns<Row>,
): Statement {
  const record = authorised(procedure, reading, 'edit') as Row;
  refuseClosed(procedure, reading);
  if (!procedure.editable?.includes(record.state))
    throw new Problem('not-in-this-state', { event: 'edit', kind: procedure.kind, state: record.state });
  const need = procedure.editNeed?.(factsOf(procedure, reading)) ?? null;
  if (need) throw new Problem(need);
  refuseStale(record, version);
  refuseBroken(procedure, reading); // nothing more is written over it
  const cte = new CteBuilder();
  const where = { ...whereOf(procedure, at), id: record.id, version, head: record.head };
  const { actor, now } = reading;
  addUpdate(cte, procedure.table, where, {
    ...columns(record, actor, reading.columns),
    draftedBy: actor.personId,
    draftedAt: now.toISOString(),
    draftedVersion: version + 1,
  });
  addKey(cte, keyOf(at, reading.actor), where.wall);
  return cte.build('select version from u');
}

function write<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  at: At,
  moment: Moment<Row, Facts, Event>,
  reading: Reading,
  letters: readonly string[],
): Statement {
  const { record, actor, post, event } = moment;
  const n = record.entries + 1;
  // Drafts are saved without an entry: when one is sent off, the journal keeps who wrote it beside who sent it.
  const sentOff = procedure.editable?.includes(record.state) && moment.to !== record.state;
  const enteredBy = sentOff ? (record.enteredBy ?? undefined) : undefined;
  const body = canonicalJson({
    ...procedure.entry?.(moment),
    enteredBy,
    kind: procedure.kind,
    id: record.id,
    n,
    version: record.version + 1,
    at: reading.at,
    business: reading.now,
    event: event.type,
    from: record.state,
    to: moment.to,
    actor: actorInJournal(actor, post),
  });
  const hash = chain(record.head, body);
  const cte = new CteBuilder();
  const changed = { ...procedure.set?.(moment), state: moment.to };
  const columns = { ...changed, entries: n, head: hash };
  const where = { ...whereOf(procedure, at), id: record.id, version: record.version, head: record.head };
  addUpdate(cte, procedure.table, where, columns);
  addEntry(cte, where.wall, procedure.kind, { n, previous: record.head, hash, body });
  addBeside(cte, procedure.beside?.(moment) ?? []);
  addLetters(cte, where.wall, procedure.kind, lettersOf(procedure, moment, changed, letters));
  addKey(cte, keyOf(at, actor), where.wall);
  return cte.build('select version from u');
}

/** The letters that are wanted. Whom one reaches is told from the record as the event leaves it: the next in turn reads what waits for them. */
function lettersOf<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  moment: Moment<Row, Facts, Event>,
  changed: Readonly<Record<string, unknown>>,
  names: readonly string[],
): LetterRow[] {
  if (names.length === 0) return [];
  const facts = procedure.letterFacts?.(moment) ?? {};
  const record: Readonly<Record<string, unknown>> = { ...moment.record, ...changed };
  return names.map((letter) => {
    const kind = procedure.letters?.[letter];
    if (!kind) throw new Error(`${procedure.kind} has no letter ${letter}`);
    const to = kind.to(record);
    const area = areaOf(procedure.kind);
    return {
      letter,
      facts,
      roles: to.roles,
      area,
      year_id: typeof record.cycleId === 'string' ? record.cycleId : null,
      unit_id: to.unitId,
      bloc_id: to.blocId,
      cycle_id: to.cycleId,
      province_id: to.provinceId,
    };
  });
}
