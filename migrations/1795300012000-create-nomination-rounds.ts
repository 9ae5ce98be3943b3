import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nomination rounds, one for each title of the year, and who was nominated: nobody twice where the year's titles exclude one another. */
export class CreateNominationRounds1795300012000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table round (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'open', 'tied', 'decided')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        title_code text not null,
        position int not null,
        seats int not null check (seats > 0),
        candidates jsonb not null default '[]',
        attendance jsonb not null default '[]',
        settlement jsonb,
        opened_at timestamptz,
        decided_at timestamptz,
        unique (cycle_id, title_code),
        unique (cycle_id, position)
      );
      create index round_bloc on round (bloc_id, cycle_id, position);
      create index round_province on round (province_id);
      create table nominee (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        round_id uuid not null references round,
        unit_id uuid not null references unit,
        exclusive boolean not null,
        unique (round_id, unit_id)
      );
      create unique index nominee_once on nominee (cycle_id, unit_id) where exclusive;
      create index nominee_bloc on nominee (bloc_id, cycle_id);
      create index nominee_unit on nominee (unit_id);
      create index nominee_province on nominee (province_id);
      select wall_bloc(walled) from unnest(array['round', 'nominee']::regclass[]) walled;
      revoke update on nominee from thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table nominee, round');
  }
}
