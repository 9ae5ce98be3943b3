import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { developmentMark } from '../pdf/certificate.js';

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
    if (await this.certificateIsOurs()) throw new Error('Production needs: a SIGNING_CERT_FILE that is no development certificate');
  }

  private async clockWasMoved(): Promise<boolean> {
    const [row] = await this.database.read(NOWHERE, (db) =>
      db.query<{ moved: boolean }[]>(`select shift <> interval '0' as moved from business_clock`),
    );
    return row!.moved;
  }

  private async certificateIsOurs(): Promise<boolean> {
    try {
      return new X509Certificate(await readFile(this.config.signing!.certificateFile)).subject.includes(developmentMark);
    } catch (error) {
      throw new Error(`Production needs: a SIGNING_CERT_FILE that can be read (${(error as NodeJS.ErrnoException).code})`, {
        cause: error,
      });
    }
  }
}
