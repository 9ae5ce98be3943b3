import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { idOfToken, linkToken } from './letter-link.js';

const NOWHERE = { blocId: null, provinceId: null };

/** What an installation's links open; each has a secret of its own, so that no link opens anything of another kind. */
export type LinkPurpose = 'receipt-links' | 'account-links' | 'known-browsers';

/** Makes and reads the links that stand in letters. Nothing in the database but the installation's secrets opens one. */
@Injectable()
export class LetterLinks {
  private readonly secrets = new Map<LinkPurpose, Promise<Buffer>>();

  constructor(private readonly database: Database) {}

  /** The last part of a link to something. */
  async tokenOf(purpose: LinkPurpose, id: string): Promise<string> {
    return linkToken(await this.secret(purpose), id);
  }

  /** What a link of this purpose opens, or null when this installation did not make it. */
  async idOf(purpose: LinkPurpose, token: string): Promise<string | null> {
    return idOfToken(await this.secret(purpose), token);
  }

  /** The secret never changes while letters with links are out. */
  private secret(purpose: LinkPurpose): Promise<Buffer> {
    const known = this.secrets.get(purpose) ?? this.read(purpose);
    this.secrets.set(purpose, known);
    return known;
  }

  private async read(purpose: LinkPurpose): Promise<Buffer> {
    try {
      const rows = await this.database.read(NOWHERE, (db) =>
        db.query<{ secret: Buffer }[]>('select secret from installation_secret where name = $1', [purpose]),
      );
      if (!rows[0]) throw new Error(`The installation has no secret ${purpose}`);
      return rows[0].secret;
    } catch (error) {
      this.secrets.delete(purpose); // asked again by the next link
      throw error;
    }
  }
}
