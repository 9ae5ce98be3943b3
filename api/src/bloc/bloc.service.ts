import { Injectable } from '@nestjs/common';
import type { BlocDraft } from '@thidua/workflows/account/account.schema';
import type { Made } from '@thidua/workflows/record';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Places } from '../platform/http/places.js';

@Injectable()
export class BlocService {
  constructor(
    private readonly door: Door,
    private readonly places: Places,
  ) {}

  /** Makes a bloc of a province. @throws Problem 'not-found' without such a province, 'forbidden' | 'already-exists' */
  async create(caller: Caller, { province, ...draft }: BlocDraft): Promise<Made> {
    const { provinceId } = await this.places.province(province);
    const id = randomUUID();
    await this.door.create(
      { blocId: id, provinceId, caller },
      {
        id,
        kind: 'Bloc',
        what: draft.slug,
        table: 'bloc',
        scope: 'bloc',
        state: 'active',
        columns: () => ({ ...draft }),
        entry: { ...draft },
        beside: [
          {
            name: 'place_made',
            sql: `insert into place (slug, kind, province_id, bloc_id) select $1, 'bloc', province_id, id from u`,
            values: [draft.slug],
          },
        ],
      },
    );
    return { id, version: 1 };
  }
}
