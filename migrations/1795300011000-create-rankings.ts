import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ranking of a year, one for each; its rows are frozen when it is published. */
export class CreateRankings1795300011000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ranking (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null unique references cycle,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'open' check (state in ('open', 'published')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        rows jsonb not null default '[]',
        published_at timestamptz
      );
      create index ranking_bloc on ranking (bloc_id);
      create index ranking_province on ranking (province_id);
      select wall_bloc('ranking');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ranking');
  }
}
