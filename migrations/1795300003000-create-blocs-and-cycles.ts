import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bloc tables: the bloc, its years with frozen rules, groups and members. */
export class CreateBlocsAndCycles1795300003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table bloc (
        id uuid primary key,
        bloc_id uuid not null check (bloc_id = id),
        province_id uuid not null references province,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'active' check (state in ('active')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        slug text not null unique,
        name text not null,
        short_name text not null,
        name_en text not null,
        symbol text not null,
        place text not null,
        superior text not null,
        issuer_lines jsonb not null
      );
      create table cycle (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'open', 'compiled', 'closed')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        machine_version int not null default 1,
        year int not null,
        head_unit_id uuid not null references unit,
        deputy_unit_id uuid references unit,
        rules jsonb not null,
        rules_hash text,
        pledge jsonb,
        campaigns jsonb not null default '[]',
        movements jsonb not null default '[]',
        legal_bases jsonb not null default '[]',
        invented jsonb not null default '[]',
        unique (bloc_id, year)
      );
      create table bloc_group (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        number int not null,
        name text not null,
        leader_unit_id uuid not null references unit,
        unique (cycle_id, number)
      );
      create index bloc_group_bloc on bloc_group (bloc_id, cycle_id);
      create index bloc_group_leader on bloc_group (leader_unit_id);
      create table member (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        unit_id uuid not null references unit,
        group_id uuid references bloc_group,
        position int not null,
        reviewer_unit_id uuid references unit,
        verifier_unit_id uuid references unit,
        unique (cycle_id, unit_id),
        unique (cycle_id, position)
      );
      create index member_bloc on member (bloc_id, cycle_id);
      create index member_unit on member (unit_id);
      create index member_province on member (province_id);
      create index cycle_province on cycle (province_id);
      create index cycle_head_unit on cycle (head_unit_id);
      create index cycle_deputy_unit on cycle (deputy_unit_id);
      create index bloc_province on bloc (province_id);

      select wall_bloc(walled) from unnest(array['bloc', 'cycle', 'bloc_group', 'member']::regclass[]) walled;
      grant delete on bloc_group, member to thidua_app; -- while a year is in preparation
      alter table post add foreign key (bloc_id) references bloc, add foreign key (cycle_id) references cycle;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table post drop constraint post_bloc_id_fkey, drop constraint post_cycle_id_fkey');
    await db.query('drop table member, bloc_group, cycle, bloc');
  }
}
