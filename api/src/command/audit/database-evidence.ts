import pg from 'pg';
import {
  DECLINABLE,
  RECORD_COLUMNS,
  type DeclinableRecord,
  type Entry,
  type Evidence,
  type Journal,
  type KeptCheckpoint,
  type Part,
  type PostRow,
  type RecordHead,
  type RecusalRow,
  type SubstitutionRow,
} from './evidence.js';

/** Rows are fetched in so many at a time, and in more where they are short: memory does not grow with the journal. */
const [AT_ONCE, MOST_AT_ONCE] = [10, 500];
/** As many characters may come at once. */
const SHORT = 500_000;

/** How many rows to ask for next: twice as many as came, as long as these are short. */
function nextOf(rows: readonly object[]): number {
  const length = rows.reduce((sum, row) => sum + Object.values(row).reduce<number>((own, value) => own + String(value).length, 0), 0);
  return Math.max(AT_ONCE, Math.min(MOST_AT_ONCE, 2 * rows.length, Math.floor((rows.length * SHORT) / Math.max(length, 1))));
}

const TABLES = `
  select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
   where table_schema = current_schema() group by 1 having array_agg(column_name::text) @> $1 order by 1`;

const whereOf = (part: Part | null, column: 'bloc_id' | 'province_id'): string => {
  if (!part) return 'true';
  return `${column} = ${pg.escapeLiteral(column === 'bloc_id' ? part.blocId : part.provinceId)}::uuid`;
};

/** A database, in one snapshot: the client, which sends without waiting (`pipeline`), stands in a transaction of repeatable reads. */
export class DatabaseEvidence implements Evidence {
  private cursors = 0;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly part: Part | null,
  ) {}

  entries(journal: Journal): AsyncIterable<Entry> {
    const bloc = journal === 'journal' ? 'bloc_id' : 'null::uuid';
    return this.rows(
      `select record_kind as kind, record_id as id, n, prev, hash, body, ${bloc} as "blocId", province_id as "provinceId"
      from ${journal} where ${whereOf(this.part, journal === 'journal' ? 'bloc_id' : 'province_id')} order by record_id, n`,
    );
  }

  async *records(journal: Journal): AsyncIterable<RecordHead> {
    const { rows } = await this.client.query<{ name: string; columns: string[] }>(TABLES, [RECORD_COLUMNS]);
    const tables = rows.filter(({ columns }) => columns.includes('bloc_id') === (journal === 'journal'));
    const selects = tables.map(({ name, columns }) => {
      const column = columns.includes('bloc_id') ? 'bloc_id' : 'province_id';
      return `select ${pg.escapeLiteral(name)} as "table", id, entries, head, state, ${column === 'bloc_id' ? column : 'null::uuid'} as "blocId",
        province_id as "provinceId" from ${pg.escapeIdentifier(name)} where ${whereOf(this.part, column)}`;
    });
    if (selects.length > 0) yield* this.rows<RecordHead>(`${selects.join(' union all ')} order by id`);
  }

  posts(): AsyncIterable<PostRow> {
    return this.rows(`select id, person_id as "personId", role, unit_id as "unitId", bloc_id as "blocId", cycle_id as "cycleId", title,
      valid_from::text as "from", valid_to::text as "to" from post where ${whereOf(this.part, 'province_id')}`);
  }

  /** An installation that went back behind substitutions has no table of them. */
  async *substitutions(): AsyncIterable<SubstitutionRow> {
    if (!(await this.has('substitution'))) return;
    yield* this
      .rows<SubstitutionRow>(`select id, principal_post_id as "principalPostId", principal_id as "principalId", substitute_post_id as "substitutePostId",
      substitute_id as "substituteId", manner, cycle_id as "cycleId", areas::text as areas, to_jsonb(valid_from) #>> '{}' as "from",
      to_jsonb(valid_to) #>> '{}' as "to" from substitution where ${whereOf(this.part, 'province_id')}`);
  }

  /** What a version did not have yet is read past its columns. */
  async recusals(): Promise<RecusalRow[] | null> {
    if (!(await this.has('recusal'))) return null;
    const { rows } = await this.client.query<RecusalRow>(`
      select id, bloc_id as "blocId", province_id as "provinceId", cycle_id as "cycleId", record_kind as kind, record_id as "recordId", step,
        unit_id as "unitId", person_id as "personId", about_unit_id as "aboutUnitId", reason, declared_by as "declaredBy", j ->> 'declared_at' as "declaredAt",
        j ->> 'withdrawn_at' as "withdrawnAt", (j ->> 'n')::int as n, (j ->> 'withdrawn_n')::int as "withdrawnN", j ->> 'withdrawn_reason' as "withdrawnReason",
        j ->> 'salt' as salt, j ->> 'withdrawn_salt' as "withdrawnSalt",
        coalesce((j ->> 'edited_by_erasure')::boolean, false) as "isEdited"
        from recusal r, to_jsonb(r) j where ${whereOf(this.part, 'bloc_id')}`);
    return rows;
  }

  async *declinable(): AsyncIterable<DeclinableRecord> {
    const selects = Object.entries(DECLINABLE).map(
      ([table, isAboutUnit]) =>
        `select id, cycle_id as "cycleId", ${isAboutUnit ? 'unit_id' : 'null::uuid'} as "unitId" from ${table} where id in (select record_id from recusal)`,
    );
    yield* this.rows<DeclinableRecord>(selects.join(' union all '));
  }

  async erased(): Promise<Set<string>> {
    const { rows } = await this.client.query<{ id: string }>(`select id from person p where to_jsonb(p) ->> 'state' = 'erased'`);
    return new Set(rows.map(({ id }) => id));
  }

  checkpoints(): AsyncIterable<KeptCheckpoint> {
    return this.rows(`select bloc_id as bloc, n, line from checkpoint where ${whereOf(this.part, 'bloc_id')} order by bloc_id, n`);
  }

  private async has(table: string): Promise<boolean> {
    const { rows } = await this.client.query<{ made: boolean }>('select to_regclass($1) is not null as made', [table]);
    return rows[0]?.made === true;
  }

  private async *rows<Row extends pg.QueryResultRow>(sql: string): AsyncGenerator<Row> {
    const cursor = `audit_${(this.cursors += 1)}`;
    await this.client.query(`declare ${cursor} no scroll cursor for ${sql}`);
    const fetch = (atOnce: number) => {
      const coming = this.client.query<Row>(`fetch ${atOnce} from ${cursor}`);
      coming.catch(() => undefined); // told where it is awaited; who leaves before is told of it elsewhere
      return coming;
    };
    // The database fetches the next rows while these are judged.
    let coming = fetch(AT_ONCE);
    for (;;) {
      const { rows } = await coming;
      if (rows.length === 0) break;
      coming = fetch(nextOf(rows));
      yield* rows;
    }
    await this.client.query(`close ${cursor}`);
  }
}
