import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['registration', 'scorecard', 'section'] as const;

/** A record that its unit has not sent remembers when the unit was last reminded of it, and by whom: once a day is enough. */
export class RememberWhoWasReminded1795300104000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`alter table ${table} add column reminded_at timestamptz, add column reminded_by uuid`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`alter table ${table} drop column reminded_by, drop column reminded_at`);
  }
}
