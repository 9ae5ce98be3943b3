import { Injectable } from '@nestjs/common';
import type { BlocDraft } from '@thidua/workflows/account/account.schema';
import type { CheckpointAddress, CheckpointAddressView } from '@thidua/workflows/checkpoint/checkpoint.schema';
import { Problem } from '@thidua/workflows/problem';
import type { Made } from '@thidua/workflows/record';
import type { BlocRecord, BlocRevision } from '@thidua/workflows/unit/unit.schema';
import { randomUUID } from 'node:crypto';
import { camelRow } from '../platform/database/camel.js';
import type { At, Caller } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { Places } from '../platform/http/places.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { blocProcedure, headingOf, type BlocRow } from './bloc.procedure.js';

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

  /** How the bloc is called and how its papers are headed. @throws Problem 'not-found' */
  one(at: At): Promise<BlocRecord> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at.blocId));
  }

  /** @throws Problem 'not-found' */
  history(at: At) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at.blocId);
      return { items: await historyOf(reading, 'Bloc', at.blocId) };
    });
  }

  /** Heads the bloc's papers otherwise from now on; what is signed stays as it was. @throws Problem 'not-found' | 'forbidden' | 'stale' */
  async send(at: At, event: BlocRevision): Promise<BlocRecord> {
    await this.door.pass(blocProcedure, at, at.blocId, event);
    return this.one(at);
  }

  private async oneOf(reading: Reading, id: string): Promise<BlocRecord> {
    const values: unknown[] = [id];
    const visible = visibleTo(reading.rights, 'Bloc', 'b', values);
    const rows = await reading.rows<{ record: Record<string, unknown> }>(
      `select to_jsonb(b) as record from bloc b where b.id = $1 and ${visible}`,
      values,
    );
    const [record] = rows.map((row) => camelRow(row.record) as unknown as BlocRow);
    if (!record) throw new Problem('not-found');
    const actions = await reading.actions(blocProcedure, [record]);
    return { id, version: record.version, state: record.state, slug: record.slug, ...headingOf(record), actions: actions.get(id) ?? [] };
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
