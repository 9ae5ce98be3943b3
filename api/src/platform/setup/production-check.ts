import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';

const NOWHERE = { blocId: null, provinceId: null };

/** What of the development mode must never be found in production, although every variable is set. It ends the start. */
@Injectable()
export class ProductionCheck implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws Error naming what production needs instead */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.mode !== 'production') return;
    if (await this.clockWasMoved())
      throw new Error('Production needs: a database whose clock was never moved (DATABASE_URL is of a trial)');
  }

  private async clockWasMoved(): Promise<boolean> {
    const [row] = await this.database.read(NOWHERE, (db) =>
      db.query<{ moved: boolean }[]>(`select shift <> interval '0' as moved from business_clock`),
    );
    return row!.moved;
  }
}
