import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Health asks about all blocs at once, which the program's login does not see: a function tells a number, and nothing else. */
export class TellWhichJournalsWaitForACheckpoint1795300086000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- How many blocs have had no checkpoint of their journal for so many hours.
      create function late_checkpoints(hours int) returns int language sql stable security definer set search_path from current as $$
        select count(*)::int from bloc b
         where greatest(b.created_at, (select max(c.at) from checkpoint c where c.bloc_id = b.id)) < clock_timestamp() - make_interval(hours => hours)
      $$;
      revoke execute on function late_checkpoints(int) from public;
      grant execute on function late_checkpoints(int) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function late_checkpoints(int)');
  }
}
