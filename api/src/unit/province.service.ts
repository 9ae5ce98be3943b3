import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { PersonDraft, PersonView, ProvinceDraft, UnitDraft } from '@thidua/workflows/account/account.schema';
import { termRefusal } from '@thidua/workflows/person/terms';
import { Problem } from '@thidua/workflows/problem';
import type { Made } from '@thidua/workflows/record';
import type { ProvinceChoice, ProvinceEvent, ProvinceRecord } from '@thidua/workflows/unit/unit.schema';
import { randomUUID } from 'node:crypto';
import { hashPassword } from '../account/password.js';
import { camelRow } from '../platform/database/camel.js';
import type { At, Caller } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { personCreation, unitCreation } from './creations.js';
import { PostScopes, type PostColumns } from './post-scopes.js';
import { provinceProcedure, type ProvinceRow } from './unit.procedure.js';

/** Set-up of provinces, units and people; each through the door, with its journal entry. */
@Injectable()
export class ProvinceService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
    private readonly scopes: PostScopes,
  ) {}

  /** Makes a province. @throws Problem 'forbidden' | 'already-exists' */
  async createProvince(caller: Caller, draft: ProvinceDraft): Promise<Made> {
    const id = randomUUID();
    await this.door.create(
      { blocId: '', provinceId: id, caller },
      {
        id,
        kind: 'Province',
        what: draft.slug,
        table: 'province',
        scope: 'province',
        state: 'active',
        columns: () => ({ ...draft }),
        entry: { slug: draft.slug, name: draft.name },
        beside: [
          {
            name: 'place',
            sql: `insert into place (slug, kind, province_id) select $1, 'province', province_id from u`,
            values: [draft.slug],
          },
        ],
      },
    );
    return { id, version: 1 };
  }

  /** The provinces that the caller keeps, by name. @throws Problem 'sign-in-needed' */
  list(caller: Caller): Promise<ProvinceChoice[]> {
    return this.reader.read({ blocId: null, provinceId: null, caller }, (reading) =>
      reading.rows<ProvinceChoice>('select * from provinces_of($1)', [caller.token]),
    );
  }

  /** @throws Problem 'not-found' */
  one(at: At): Promise<ProvinceRecord> {
    return this.reader.read({ ...at, blocId: null }, (reading) => this.oneOf(reading, at.provinceId));
  }

  /** @throws Problem 'not-found' */
  history(at: At) {
    return this.reader.read({ ...at, blocId: null }, async (reading) => {
      await this.oneOf(reading, at.provinceId);
      return { items: await historyOf(reading, 'Province', at.provinceId, 'province') };
    });
  }

  /** Corrects what is printed of council and standing body, and where they are written to. @throws Problem 'stale' | 'forbidden' | 'not-found' */
  async send(at: At, event: ProvinceEvent): Promise<ProvinceRecord> {
    await this.door.pass(provinceProcedure, { ...at, blocId: '' }, at.provinceId, event);
    return this.one(at);
  }

  private async oneOf(reading: Reading, id: string): Promise<ProvinceRecord> {
    const values: unknown[] = [id];
    const visible = visibleTo(reading.rights, 'Province', 'v', values);
    const rows = await reading.rows<{ record: Record<string, unknown> }>(
      `select to_jsonb(v) as record from province v where v.id = $1 and ${visible}`,
      values,
    );
    const [record] = rows.map((row) => camelRow(row.record) as unknown as ProvinceRow);
    if (!record) throw new Problem('not-found');
    const actions = await reading.actions(provinceProcedure, [record]);
    const { version, state, slug, name, council, board } = record;
    return { id, version, state, slug, name, council, board, actions: actions.get(id) ?? [] };
  }

  /** Makes a unit with its names over time. @throws Problem 'forbidden' | 'already-exists' */
  async createUnit(at: At, draft: UnitDraft): Promise<Made> {
    const { id } = await this.door.create({ ...at, blocId: '' }, unitCreation(draft));
    return { id, version: 1 };
  }

  /** Makes a person with account and posts. @throws Problem 'forbidden' | 'already-exists' | 'unknown-reference' | 'weak-password' | 'post-not-yours' */
  async createPerson(at: At, draft: PersonDraft): Promise<PersonView> {
    await this.refuseForeignPosts(at, draft);
    const posts = await Promise.all(draft.posts.map((post) => this.scopes.columnsOf(at, post)));
    refuseQuarrelling(posts);
    const passwordHash = draft.password ? await hashPassword(draft.password, [draft.name, draft.email]) : null;
    const { id } = await this.door.create({ ...at, blocId: '' }, personCreation(draft, posts, passwordHash));
    return { id, version: 1, name: draft.name, email: draft.email };
  }

  /** Nobody gives a post that is not theirs to give, least of all one above their own. @throws Problem 'forbidden' | 'post-not-yours' */
  private async refuseForeignPosts(at: At, { posts }: PersonDraft): Promise<void> {
    const { provinceId } = at;
    const rights = await this.reader.read({ ...at, blocId: null }, (reading) => Promise.resolve(reading.rights));
    // Whoever makes nobody here is not told either which units, blocs and years there are.
    if (!may(rights, 'create', 'Person', { provinceId })) throw new Problem('forbidden');
    if (posts.some(({ role }) => !may(rights, 'give', 'Post', { role, provinceId }))) throw new Problem('post-not-yours');
  }
}

/** Posts given together must agree with one another. @throws Problem by the name of the first that does not */
function refuseQuarrelling(posts: readonly PostColumns[]): void {
  const terms = posts.map((post) => ({ ...post, unitId: post.unit_id, cycleId: post.cycle_id, from: post.valid_from, to: post.valid_to }));
  for (const [at, term] of terms.entries()) {
    const refusal = termRefusal(term, terms.slice(0, at));
    if (refusal) throw new Problem(refusal);
  }
}
