import { Injectable } from '@nestjs/common';
import { Slug } from '@thidua/workflows/address';
import { Problem } from '@thidua/workflows/problem';
import { Database } from '../database/database.js';
import type { Place } from '../door/caller.js';

const NOWHERE = { blocId: null, provinceId: null };

/** Finds where a bloc or a province of an address lies. Addresses never move, so what was found is kept. */
@Injectable()
export class Places {
  private readonly found = new Map<string, Place>();

  constructor(private readonly database: Database) {}

  /** A bloc by its slug or id; null when there is none. */
  findBloc(address: string): Promise<Place | null> {
    return this.look('bloc', address, 'bloc_id');
  }

  /** A province by its slug or id; its place has no bloc. Null when there is none. */
  findProvince(address: string): Promise<Place | null> {
    return this.look('province', address, 'province_id');
  }

  /** @throws Problem 'not-found' */
  async province(address: string): Promise<Place> {
    const place = await this.findProvince(address);
    if (!place) throw new Problem('not-found');
    return place;
  }

  private async look(kind: 'bloc' | 'province', address: string, idColumn: string): Promise<Place | null> {
    const known = this.found.get(`${kind} ${address}`);
    if (known) return known;
    if (!Slug.safeParse(address).success) return null; // an id has that form too; PostgreSQL is asked for nothing else
    const [row] = (await this.database.read(NOWHERE, (db) =>
      db.query(
        `select coalesce(bloc_id::text, '') as "blocId", province_id as "provinceId" from place where kind = $1 and (slug = $2 or ${idColumn}::text = $2)`,
        [kind, address],
      ),
    )) as Place[];
    if (!row) return null;
    this.found.set(`${kind} ${address}`, row);
    return row;
  }
}
