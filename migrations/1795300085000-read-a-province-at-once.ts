import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Readers of a whole province have an index of their own grant level for each list: the newest years of its blocs, and what was sent to
 * council and standing body, newest first. Both answer from the index alone. People are listed by name as read in Vietnamese.
 */
export class ReadAProvinceAtOnce1795300085000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index cycle_province_newest on cycle (province_id, bloc_id, year desc) include (id, state);
      create index receipt_province_newest on receipt (province_id, created_at desc, id desc) include (kind, cycle_id, state) where kind <> 'unit';
      create index unit_province_active on unit (province_id) include (id) where state = 'active';
      create index person_province_name on person (province_id, (name collate "vi-x-icu"), id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index unit_province_active, person_province_name, receipt_province_newest, cycle_province_newest');
  }
}
