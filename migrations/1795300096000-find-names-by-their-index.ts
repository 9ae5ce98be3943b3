import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's name of a day is found by an index that holds it: no page of the table is touched. */
export class FindNamesByTheirIndex1795300096000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index unit_name_unit;
      create index unit_name_on on unit_name (unit_id, valid_from) include (valid_to, name, short_name, province_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index unit_name_on;
      create index unit_name_unit on unit_name (unit_id, valid_from);
    `);
  }
}
