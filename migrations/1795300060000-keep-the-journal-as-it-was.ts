import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A journal only grows. The runtime's logins never had the right to change it; now its owner is refused too, also in a session that sets
 * ordinary triggers aside (`session_replication_role`). Only `alter table … disable trigger insert_only` opens it, which locks the table and
 * which a server that logs DDL remembers; a restore does so in the transaction that fills an empty database.
 */
export class KeepTheJournalAsItWas1795300060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'insert-only: % on % is refused', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger insert_only before update or delete or truncate on journal for each statement execute function refuse_change();
      create trigger insert_only before update or delete or truncate on province_journal for each statement execute function refuse_change();
      alter table journal enable always trigger insert_only;
      alter table province_journal enable always trigger insert_only;
      revoke update, delete, truncate on journal, province_journal from thidua_app, thidua_province, thidua_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger insert_only on province_journal;
      drop trigger insert_only on journal;
      drop function refuse_change();
    `);
  }
}
