import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Installation tables: accounts, sessions, the business clock, and where a bloc or a province of a given address lies. */
export class CreateAccountsAndClock1795300001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account (
        id uuid primary key,
        person_id uuid not null unique,
        email text not null unique check (email = lower(email)),
        password_hash text,
        created_at timestamptz not null default now(),
        disabled_at timestamptz
      );
      create table session (
        token_hash bytea primary key,
        account_id uuid not null references account,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index session_account on session (account_id);
      create table sign_in_attempt (
        id uuid primary key default gen_random_uuid(),
        subject text not null,
        at timestamptz not null default now()
      );
      create index sign_in_attempt_subject on sign_in_attempt (subject, at);
      create table place (
        slug text primary key,
        kind text not null check (kind in ('bloc', 'province')),
        province_id uuid not null,
        bloc_id uuid,
        check ((kind = 'bloc') = (bloc_id is not null))
      );
      create unique index place_bloc on place (bloc_id);
      create table business_clock (
        only_one boolean primary key default true check (only_one),
        shift interval not null default interval '0'
      );
      insert into business_clock default values;

      -- Business time (deadlines, document dates): the database's time, moved only in the development mode.
      create function business_now() returns timestamptz language sql stable
        as $$ select clock_timestamp() + shift from business_clock $$;
      create function business_day() returns date language sql stable
        as $$ select (business_now() at time zone 'Asia/Ho_Chi_Minh')::date $$;

      grant select, insert, update on account to thidua_app;
      grant select, insert, update, delete on session to thidua_app;
      grant select, insert, delete on sign_in_attempt to thidua_app;
      grant select, insert on place to thidua_app;
      grant select on place to thidua_worker, thidua_province;
      grant select, update on business_clock to thidua_app;
      grant select on business_clock to thidua_worker, thidua_province;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function business_day();
      drop function business_now();
      drop table business_clock, place, sign_in_attempt, session, account;
    `);
  }
}
