import { Injectable } from '@nestjs/common';
import type { PostDraft } from '@thidua/workflows/account/account.schema';
import { cycleWords } from '@thidua/workflows/cycle/cycle.words';
import { Problem } from '@thidua/workflows/problem';
import { dayWritten } from '@thidua/workflows/working-days';
import { unitWords } from '@thidua/workflows/unit/unit.words';
import { Database } from '../platform/database/database.js';
import type { At } from '../platform/door/caller.js';
import { unitName } from './unit-name.js';

/** A post as its table holds it, without whom it is given to. */
export interface PostColumns {
  readonly role: PostDraft['role'];
  readonly unit_id: string | null;
  readonly bloc_id: string | null;
  readonly cycle_id: string | null;
  readonly title: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** Finds what a post is given for: people name units and blocs by code and address, rows by id. */
@Injectable()
export class PostScopes {
  constructor(private readonly database: Database) {}

  /** @throws Problem 'unknown-reference' for a unit, bloc or year that does not exist */
  async columnsOf(at: At, post: PostDraft): Promise<PostColumns> {
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
      db.query<{ id: string; name: string; endedOn: string | null }[]>(
        `select i.id, n.short_name as name, i.ended_on::text as "endedOn" from unit i ${unitName('i.id', 'n')} where i.province_id = $1 and i.code = $2`,
        [at.provinceId, code],
      ),
    );
    if (!row) throw new Problem('unknown-reference', { what: unitWords.kinds.Unit, value: code });
    if (row.endedOn) throw new Problem('unit-ended', { unit: row.name, on: dayWritten(row.endedOn) });
    return row.id;
  }

  private async cycleOf(at: At, slug: string, year: number): Promise<{ blocId: string; cycleId: string }> {
    const [place] = await this.database.read({ blocId: null, provinceId: null }, (db) =>
      db.query<{ bloc_id: string }[]>(`select bloc_id from place where kind = 'bloc' and slug = $1 and province_id = $2`, [
        slug,
        at.provinceId,
      ]),
    );
    if (!place) throw new Problem('unknown-reference', { what: unitWords.kinds.Bloc, value: slug });
    const [cycle] = await this.database.read({ ...at, blocId: place.bloc_id }, (db) =>
      db.query<{ id: string }[]>('select id from cycle where bloc_id = $1 and year = $2', [place.bloc_id, year]),
    );
    if (!cycle) throw new Problem('unknown-reference', { what: cycleWords.kinds.Cycle, value: String(year) });
    return { blocId: place.bloc_id, cycleId: cycle.id };
  }
}
