import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The minutes of a meeting name its place; no other record of the year holds it. */
export class SayWhereTheMeetingTookPlace1795300030000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table document add column meeting_place text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table document drop column meeting_place');
  }
}
