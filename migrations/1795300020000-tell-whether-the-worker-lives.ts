import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each worker says every few seconds that it lives and whether the mail server answers; it is woken by new deadlines and a moved clock. */
export class TellWhetherTheWorkerLives1795300020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table worker_heartbeat (
        worker uuid primary key,
        started_at timestamptz not null default clock_timestamp(),
        at timestamptz not null default clock_timestamp(),
        mail_ready boolean not null,
        mail_answer text not null
      );
      grant select on worker_heartbeat to thidua_app;
      grant select, insert, update, delete on worker_heartbeat to thidua_worker;

      create function deadline_near() returns trigger language plpgsql as $$ begin perform pg_notify('deadline', ''); return null; end $$;
      create trigger deadline_set after insert on deadline for each statement execute function deadline_near();
      create trigger clock_moved after update on business_clock for each statement execute function deadline_near();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger clock_moved on business_clock;
      drop trigger deadline_set on deadline;
      drop function deadline_near();
      drop table worker_heartbeat;
    `);
  }
}
