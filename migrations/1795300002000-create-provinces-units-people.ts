import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Province tables: the province with its council, units with names over time, people and their posts, and their journal. */
export class CreateProvincesUnitsPeople1795300002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table province (
        id uuid primary key,
        province_id uuid not null check (province_id = id),
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'active' check (state in ('active')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        slug text not null unique,
        name text not null,
        council jsonb not null,
        board jsonb not null
      );
      create table unit (
        id uuid primary key,
        province_id uuid not null references province,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'active' check (state in ('active')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        code text not null,
        email text,
        unique (province_id, code)
      );
      create table unit_name (
        id uuid primary key,
        province_id uuid not null,
        unit_id uuid not null references unit,
        name text not null,
        short_name text not null,
        name_en text not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from)
      );
      create index unit_name_unit on unit_name (unit_id, valid_from);
      create index unit_name_province on unit_name (province_id);
      create table person (
        id uuid primary key,
        province_id uuid,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'active' check (state in ('active')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        name text not null
      );
      create index person_province on person (province_id);
      create table post (
        id uuid primary key,
        province_id uuid,
        person_id uuid not null references person,
        role text not null check (role in ('unit-officer', 'unit-head', 'bloc-secretary', 'records-officer',
          'council-secretary', 'council-member', 'observer', 'administrator')),
        unit_id uuid references unit,
        bloc_id uuid,
        cycle_id uuid,
        title text not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        check ((role in ('unit-officer', 'unit-head')) = (unit_id is not null)),
        check ((role in ('bloc-secretary', 'records-officer', 'observer')) = (cycle_id is not null)),
        check ((cycle_id is not null) = (bloc_id is not null)),
        check (role = 'administrator' or province_id is not null)
      );
      create index post_person on post (person_id);
      create index post_unit on post (unit_id);
      create index post_bloc on post (bloc_id, cycle_id);
      create index post_province on post (province_id);
      create table province_journal (
        province_id uuid not null,
        record_kind text not null,
        record_id uuid not null,
        n int not null,
        prev text not null,
        hash text not null,
        body text not null,
        at timestamptz not null default clock_timestamp(),
        primary key (record_id, n)
      );
      create index province_journal_province on province_journal (province_id);

      select wall_province(walled) from unnest(array['province', 'unit', 'unit_name', 'person', 'post', 'province_journal']::regclass[]) walled;
      revoke update on province_journal from thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table province_journal, post, person, unit_name, unit, province');
  }
}
