import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A paper that replaces a sent one goes out with a dispatch of its own: a year has several, and one at a time in preparation. */
export class LetAYearDispatchAgain1795300052000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table dispatch drop constraint dispatch_cycle_id_key;
      create unique index dispatch_one_draft on dispatch (cycle_id) where state = 'draft';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index dispatch_one_draft;
      alter table dispatch add constraint dispatch_cycle_id_key unique (cycle_id);
    `);
  }
}
