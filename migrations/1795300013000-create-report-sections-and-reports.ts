import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The year-end report: a section for each member unit, and the head's own parts. */
export class CreateReportSectionsAndReports1795300013000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table section (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        unit_id uuid not null references unit,
        group_id uuid references bloc_group,
        position int not null,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'submitted', 'accepted', 'returned')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        paragraphs jsonb not null default '[]',
        indicators jsonb not null default '[]',
        awards jsonb not null default '[]',
        reason text,
        submitted_at timestamptz,
        accepted_at timestamptz,
        unique (cycle_id, unit_id)
      );
      create index section_unit on section (unit_id);
      create index section_bloc on section (bloc_id, cycle_id, position);
      create index section_province on section (province_id, id);
      create table report (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null unique references cycle,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'frozen')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        as_of date,
        leadership jsonb not null default '[]',
        papers jsonb not null default '[]',
        assessment jsonb not null default '[]',
        limitations jsonb not null default '[]',
        causes jsonb not null default '[]',
        directions jsonb not null default '[]',
        bases jsonb not null default '[]',
        closing text not null default '',
        reason text,
        frozen_at timestamptz
      );
      create index report_bloc on report (bloc_id, cycle_id);
      create index report_province on report (province_id);
      select wall_bloc(walled) from unnest(array['section', 'report']::regclass[]) walled;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table report, section');
  }
}
