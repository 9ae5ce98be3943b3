import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { Page, SearchQuery } from '@thidua/workflows/page';
import type { PersonEvent, PersonRecord, TermView } from '@thidua/workflows/person/person.schema';
import { standingOf } from '@thidua/workflows/person/terms';
import { Problem } from '@thidua/workflows/problem';
import { roleName } from '@thidua/workflows/words';
import { camelRow } from '../platform/database/camel.js';
import { markOf, placeOf } from '../platform/database/keyset.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { PostScopes } from '../unit/post-scopes.js';
import { personProcedure, type PersonRow } from './person.procedure.js';
import { termsOf, type NamedTerm } from './person.terms.js';

interface Row {
  readonly record: Record<string, unknown>;
  readonly email: string;
  readonly signedIn: boolean;
  /** The business day. */
  readonly today: string;
}

const SELECT = `
  select to_jsonb(p) as record, a.email, a.password_hash is not null as "signedIn", (select business_day())::text as today
    from person p join account a on a.person_id = p.id
   where p.province_id = $1`;

const SEARCH = 'and (plain_text(p.name) like plain_text($5) or plain_text(a.email) like plain_text($5))';

/** The order of people in lists: by name as read in Vietnamese, then by id. */
const ORDER = `p.name collate "vi-x-icu", p.id`;

/** People of a province with their posts over time. */
@Injectable()
export class PersonService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
    private readonly scopes: PostScopes,
  ) {}

  /** People whose name or address holds `q`, whatever its case and marks, in the order of names. */
  list(at: At, { q, after, limit }: SearchQuery): Promise<Page<PersonRecord>> {
    return this.reader.read({ ...at, blocId: null }, async (reading) => {
      const [name, id] = placeOf(after, ['text', 'id']);
      const search = q ? [`%${q.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`] : [];
      const values = [at.provinceId, name ?? null, id ?? null, limit + 1, ...search];
      const rows = await this.rows(
        reading,
        `${q ? SEARCH : ''} and ($2::text is null or (p.name collate "vi-x-icu", p.id) > ($2::text collate "vi-x-icu", $3::uuid))`,
        values,
        'limit $4',
      );
      const items = await this.views(reading, rows.slice(0, limit));
      const last = items.at(-1);
      return { items, next: rows.length > limit && last ? markOf([last.name, last.id]) : null };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<PersonRecord> {
    return this.reader.read({ ...at, blocId: null }, (reading) => this.oneOf(reading, at.provinceId, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read({ ...at, blocId: null }, async (reading) => {
      await this.oneOf(reading, at.provinceId, id);
      return { items: await historyOf(reading, 'Person', id, 'province') };
    });
  }

  /**
   * The only way in which a person, their account and their posts change.
   * @throws Problem 'stale' | 'forbidden' | 'own-person' | 'post-not-yours' | 'unknown-reference' | 'unit-has-head' | the name of each guard that does not hold
   */
  async send(at: At, id: string, event: PersonEvent): Promise<PersonRecord> {
    const resolved = event.type === 'give-post' ? await this.withColumns(at, id, event) : event;
    await this.door.pass(personProcedure, { ...at, blocId: '' }, id, resolved);
    return this.one(at, id);
  }

  /** The post by the ids of what it is for. Only whoever may give it has its unit, bloc and year looked up, and is told where there is none. */
  private async withColumns(at: At, id: string, event: Extract<PersonEvent, { type: 'give-post' }>) {
    const record = { id, provinceId: at.provinceId };
    const gives = await this.reader.read({ ...at, blocId: null }, ({ rights }) =>
      Promise.resolve(may(rights, event.type, 'Person', record)),
    );
    const { unitCode: _unit, bloc: _bloc, ...unscoped } = event.post;
    return { ...event, columns: await this.scopes.columnsOf(at, gives ? event.post : unscoped) };
  }

  private async oneOf(reading: Reading, provinceId: string, id: string): Promise<PersonRecord> {
    const [view] = await this.views(reading, await this.rows(reading, 'and p.id = $2', [provinceId, id], ''));
    if (!view) throw new Problem('not-found');
    return view;
  }

  /** People whom the reader may read, in the order of their names. */
  private rows(reading: Reading, where: string, values: unknown[], limit: string): Promise<Row[]> {
    const visible = visibleTo(reading.rights, 'Person', 'p', values);
    return reading.rows<Row>(`${SELECT} ${where} and ${visible} order by ${ORDER} ${limit}`, values);
  }

  /** What is shown of them: the posts that were read for it tell also what may be done. */
  private async views(reading: Reading, rows: readonly Row[]): Promise<PersonRecord[]> {
    const records = rows.map((row) => camelRow(row.record) as unknown as PersonRow);
    const ids = records.map(({ id }) => id);
    const terms = await termsOf(reading, ids, rows[0]?.today ?? '');
    const facts = new Map(rows.map(({ signedIn, today }, at) => [ids[at]!, { signedIn, today, terms: terms.get(ids[at]!)! }]));
    const actions = await reading.actions(personProcedure, records, facts);
    return rows.map(({ email, signedIn, today }, at) => {
      const { id, version, state, name } = records[at]!;
      const posts = terms.get(id)!.map((term) => termView(term, today, reading));
      return { id, version, state, name, email, signedIn, posts, actions: actions.get(id) ?? [] };
    });
  }
}

const termView = ({ blocId: _bloc, cycleId: _cycle, ...term }: NamedTerm, today: string, { language }: Reading): TermView => ({
  ...term,
  roleName: roleName(term.role, language),
  standing: standingOf({ from: term.from, to: term.to }, today),
});
