import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The door asks of every record whether its year is closed: then it can be read, and nothing else. */
export class CloseAYearForGood1795300072000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function year_is_closed(of_bloc uuid, of_cycle uuid) returns boolean language sql stable
        as $$ select exists (select 1 from cycle c where c.bloc_id = of_bloc and c.id = of_cycle and c.state = 'closed') $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function year_is_closed(uuid, uuid)');
  }
}
