import { Injectable } from '@nestjs/common';
import { abilityFor, reachesBloc, reachesProvince, type Rights } from '@thidua/workflows/ability';
import type { Actor } from '@thidua/workflows/actor';
import { Problem } from '@thidua/workflows/problem';
import type { Action } from '@thidua/workflows/record';
import type { Language } from '@thidua/workflows/wording';
import type { EntityManager } from 'typeorm';
import { Database, type Scope } from '../database/database.js';
import { rowsByKeptPlan } from '../database/kept-plan.js';
import { actionsFor } from './actions.js';
import { actorFrom, type ActorColumns } from './actor-row.js';
import type { Caller } from './caller.js';
import type { ChainedRow, Procedure, SeenEvent, Wall } from './procedure.js';

/** A reading transaction with its reader: one snapshot for everything that one answer shows. */
export class Reading {
  constructor(
    readonly db: EntityManager,
    readonly scope: Scope,
    readonly actor: Actor,
    readonly rights: Rights,
    /** Business time. */
    readonly now: Date,
    readonly caller: Caller,
  ) {}

  get language(): Language {
    return this.caller.language;
  }

  /** Rows of a query; columns as the query names them. */
  async rows<T>(sql: string, values: readonly unknown[]): Promise<T[]> {
    return rowsByKeptPlan<T>(this.db, sql, values);
  }

  /** The facts of several records of one kind, by record id. */
  async facts(facts: string, ids: readonly string[], wall: Wall = 'bloc'): Promise<Map<string, Record<string, unknown>>> {
    if (ids.length === 0) return new Map();
    const within = wall === 'bloc' ? this.scope.blocId : this.scope.provinceId;
    const rows = await this.rows<Record<string, unknown>>(facts.replaceAll('$3', 'business_now()'), [within, ids]);
    return new Map(rows.map((row) => [String(row.id), row]));
  }

  /** Those years of some records that are closed: nothing can be done in them. */
  private async closedYears(records: readonly ChainedRow[]): Promise<Set<string>> {
    const years = [...new Set(records.flatMap(({ cycleId }) => cycleId ?? []))];
    if (years.length === 0) return new Set();
    const rows = await this.rows<{ id: string }>('select id from unnest($2::uuid[]) y(id) where year_is_closed($1, id)', [
      this.scope.blocId,
      years,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * What this reader may do with each of these records now.
   * @param known the columns of the procedure's facts by record id, where the list has read them already
   */
  async actions<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
    procedure: Procedure<Row, Facts, Event>,
    records: readonly Row[],
    known?: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  ): Promise<Map<string, Action[]>> {
    const ids = records.map(({ id }) => id);
    const facts = known ?? (await this.facts(procedure.facts, ids, procedure.wall));
    const closed = procedure.outlivesYear ? new Set<string>() : await this.closedYears(records);
    return new Map(
      records.map((record) => [
        record.id,
        closed.has(record.cycleId ?? '')
          ? []
          : actionsFor(procedure, record, facts.get(record.id) ?? {}, this.rights, this.actor, this.now, this.language),
      ]),
    );
  }
}

type WhoAsks = ActorColumns & { readonly now: Date };

const whoAsks = ({ token }: Caller) => ({
  name: 'who-asks',
  text: 'select actor, recusals, business_now() as now from who_asks($1)',
  values: [token],
});

/** Opens a reading transaction for whoever asks. */
@Injectable()
export class Reader {
  constructor(private readonly database: Database) {}

  /**
   * Reads in a snapshot of its own, or in that which is open: a page that shows many lists takes one connection, asks once who reads,
   * and shows one moment. Whoever reads within another must not read two things at once.
   * @param at `within`: the reading that is open; it serves only the same reader in the same place
   * @throws Problem 'sign-in-needed' | 'unknown-capacity' | 'not-found' in a bloc that no post of the reader's reaches
   */
  read<T>(at: Scope & { readonly caller: Caller; readonly within?: Reading }, work: (reading: Reading) => Promise<T>): Promise<T> {
    const scope = { blocId: at.blocId || null, provinceId: at.provinceId || null };
    const { within } = at;
    if (within?.caller === at.caller && within.scope.blocId === scope.blocId && within.scope.provinceId === scope.provinceId)
      return work(within);
    return this.database.readAfter<WhoAsks, T>(scope, whoAsks(at.caller), (db, rows) => this.within(db, rows[0]!, scope, at.caller, work));
  }

  /** Opens one over all blocs of a province, under the login of its own grant level. @throws Problem 'sign-in-needed' | 'unknown-capacity' */
  readProvince<T>(at: { readonly provinceId: string; readonly caller: Caller }, work: (reading: Reading) => Promise<T>): Promise<T> {
    const scope = { blocId: null, provinceId: at.provinceId };
    return this.database.readProvinceAfter<WhoAsks, T>(at.provinceId, whoAsks(at.caller), (db, rows) =>
      this.within(db, rows[0]!, scope, at.caller, work),
    );
  }

  private within<T>(db: EntityManager, row: WhoAsks, scope: Scope, caller: Caller, work: (reading: Reading) => Promise<T>): Promise<T> {
    const actor = actorFrom(row, caller);
    const rights = abilityFor(actor);
    const { blocId, provinceId } = scope;
    const there = blocId ? reachesBloc(actor, rights, { blocId, provinceId }) : !provinceId || reachesProvince(actor, rights, provinceId);
    if (!there) throw new Problem('not-found');
    return work(new Reading(db, scope, actor, rights, row.now, caller));
  }
}
