import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { PersonDraft, PersonView, PostDraft, ProvinceDraft, UnitDraft } from '@thidua/workflows/account/account.schema';
import { Problem } from '@thidua/workflows/problem';
import type { Made } from '@thidua/workflows/record';
import { randomUUID } from 'node:crypto';
import { hashPassword } from '../account/password.js';
import { Database } from '../platform/database/database.js';
import type { At, Caller } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader } from '../platform/door/reader.js';
import { personCreation, unitCreation, type PostColumns } from './creations.js';

/** Set-up of provinces, units and people; each through the door, with its journal entry. */
@Injectable()
export class ProvinceService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly reader: Reader,
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

  /** Makes a unit with its names over time. @throws Problem 'forbidden' | 'already-exists' */
  async createUnit(at: At, draft: UnitDraft): Promise<Made> {
    const { id } = await this.door.create({ ...at, blocId: '' }, unitCreation(draft));
    return { id, version: 1 };
  }

  /** Makes a person with account and posts. @throws Problem 'forbidden' | 'already-exists' | 'unknown-reference' | 'weak-password' | 'post-not-yours' */
  async createPerson(at: At, draft: PersonDraft): Promise<PersonView> {
    await this.refuseForeignPosts(at, draft);
    const posts = await Promise.all(draft.posts.map((post) => this.postColumns(at, post)));
    const passwordHash = draft.password ? await hashPassword(draft.password, [draft.name, draft.email]) : null;
    const { id } = await this.door.create({ ...at, blocId: '' }, personCreation(draft, posts, passwordHash));
    return { id, version: 1, name: draft.name, email: draft.email };
  }

  /** Nobody gives a post that is not theirs to give, least of all one above their own. @throws Problem 'post-not-yours' */
  private async refuseForeignPosts(at: At, { posts }: PersonDraft): Promise<void> {
    const { provinceId } = at;
    const foreign = await this.reader.read({ ...at, blocId: null }, async ({ rights }) =>
      Promise.resolve(
        may(rights, 'create', 'Person', { provinceId }) && posts.some(({ role }) => !may(rights, 'give', 'Post', { role, provinceId })),
      ),
    );
    if (foreign) throw new Problem('post-not-yours');
  }

  /** The post's scope by ids. @throws Problem 'unknown-reference' for a unit, bloc or year that does not exist */
  private async postColumns(at: At, post: PostDraft): Promise<PostColumns> {
    const unitId = post.unitCode ? await this.unitId(at, post.unitCode) : null;
    const scope = post.bloc ? await this.cycleOf(at, post.bloc, post.year ?? 0) : null;
    return {
      role: post.role,
      unit_id: unitId,
      bloc_id: scope?.blocId ?? null,
      cycle_id: scope?.cycleId ?? null,
      title: post.title,
      valid_from: post.from,
      valid_to: post.to ?? null,
    };
  }

  private async unitId(at: At, code: string): Promise<string> {
    const [row] = await this.database.read({ ...at, blocId: null }, (db) =>
      db.query<{ id: string }[]>('select id from unit where province_id = $1 and code = $2', [at.provinceId, code]),
    );
    if (!row) throw new Problem('unknown-reference', { what: 'unit', value: code });
    return row.id;
  }

  private async cycleOf(at: At, slug: string, year: number): Promise<{ blocId: string; cycleId: string }> {
    const [place] = await this.database.read({ blocId: null, provinceId: null }, (db) =>
      db.query<{ bloc_id: string }[]>(`select bloc_id from place where kind = 'bloc' and slug = $1 and province_id = $2`, [
        slug,
        at.provinceId,
      ]),
    );
    if (!place) throw new Problem('unknown-reference', { what: 'bloc', value: slug });
    const [cycle] = await this.database.read({ ...at, blocId: place.bloc_id }, (db) =>
      db.query<{ id: string }[]>('select id from cycle where bloc_id = $1 and year = $2', [place.bloc_id, year]),
    );
    if (!cycle) throw new Problem('unknown-reference', { what: 'year', value: String(year) });
    return { blocId: place.bloc_id, cycleId: cycle.id };
  }
}
