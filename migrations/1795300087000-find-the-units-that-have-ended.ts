import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few units of a province have ended: what leaves them out of a meeting finds them without asking each member. */
export class FindTheUnitsThatHaveEnded1795300087000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index unit_province_ended on unit (province_id, ended_on) include (id) where ended_on is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index unit_province_ended');
  }
}
