import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code of the person's own device beside the password, and ten codes for the day on which the device is lost.
 * A code is good once: the step of time that was used last is kept.
 */
export class AskForASecondFactor1795300073000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table second_factor (
        account_id uuid primary key references account,
        secret text not null,
        created_at timestamptz not null default clock_timestamp(),
        confirmed_at timestamptz,
        last_step bigint not null default 0
      );
      create table recovery_code (
        account_id uuid not null references account,
        code_hash text not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      );
      grant select, insert, update, delete on second_factor, recovery_code to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table recovery_code, second_factor;
    `);
  }
}
