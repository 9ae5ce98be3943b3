import { Injectable } from '@nestjs/common';
import type { BlocDraft } from '@thidua/workflows/account/account.schema';
import type { CheckpointAddress, CheckpointAddressView } from '@thidua/workflows/checkpoint/checkpoint.schema';
import { Problem } from '@thidua/workflows/problem';
import type { Made } from '@thidua/workflows/record';
import { randomUUID } from 'node:crypto';
import type { At, Caller } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader } from '../platform/door/reader.js';
import { Places } from '../platform/http/places.js';
import { visibleTo } from '../platform/rights/visible.js';
import { blocProcedure } from './bloc.procedure.js';

@Injectable()
export class BlocService {
  constructor(
    private readonly door: Door,
    private readonly places: Places,
    private readonly reader: Reader,
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

  /** Where the bloc's checkpoints are written to. @throws Problem 'not-found' */
  checkpointAddress(at: At): Promise<CheckpointAddressView> {
    return this.reader.read(at, async (reading) => {
      const values: unknown[] = [at.blocId];
      const visible = visibleTo(reading.rights, 'Bloc', 'b', values);
      const [view] = await reading.rows<CheckpointAddressView>(
        `select b.id, b.version, b.checkpoint_address as address from bloc b where b.id = $1 and ${visible}`,
        values,
      );
      if (!view) throw new Problem('not-found');
      return view;
    });
  }

  /** Has the bloc's checkpoints written to another address, or to nobody. @throws Problem 'not-found' | 'forbidden' | 'stale' */
  async addressCheckpoints(at: At, told: CheckpointAddress): Promise<CheckpointAddressView> {
    await this.door.pass(blocProcedure, at, at.blocId, { ...told, type: 'address-checkpoints' });
    return this.checkpointAddress(at);
  }
}
