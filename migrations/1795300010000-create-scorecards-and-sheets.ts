import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Score cards of the member units and the peers' sheets on them. A unit never scores itself; a sheet is on the card of the unit that it names. */
export class CreateScorecardsAndSheets1795300010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table scorecard (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        unit_id uuid not null references unit,
        group_id uuid references bloc_group,
        reviewer_unit_id uuid references unit check (reviewer_unit_id <> unit_id),
        verifier_unit_id uuid references unit check (verifier_unit_id <> unit_id),
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'self' check (state in ('self', 'peer', 'open', 'reviewed', 'verified')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        self_scores jsonb not null default '[]',
        leader_scores jsonb not null default '[]',
        leader_comment text not null default '',
        bloc_scores jsonb not null default '[]',
        bloc_comment text not null default '',
        reason text,
        entered_by uuid,
        reviewed_by uuid,
        submitted_at timestamptz,
        opened_at timestamptz,
        reviewed_at timestamptz,
        verified_at timestamptz,
        official_scores jsonb,
        base int,
        bonus int,
        penalty int,
        total int check (total = base + bonus - penalty),
        unique (cycle_id, unit_id),
        unique (id, unit_id),
        check ((total is null) = (verified_at is null))
      );
      create index scorecard_unit on scorecard (unit_id);
      create index scorecard_reviewer on scorecard (reviewer_unit_id);
      create index scorecard_verifier on scorecard (verifier_unit_id);
      create index scorecard_bloc on scorecard (bloc_id, cycle_id, id);
      create index scorecard_province on scorecard (province_id, id);
      create table sheet (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        scorecard_id uuid not null,
        rater_unit_id uuid not null references unit,
        unit_id uuid not null references unit,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'submitted')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        scores jsonb not null default '[]',
        note text not null default '',
        entered_by uuid,
        submitted_at timestamptz,
        check (rater_unit_id <> unit_id),
        unique (scorecard_id, rater_unit_id),
        foreign key (scorecard_id, unit_id) references scorecard (id, unit_id)
      );
      create index sheet_rater on sheet (rater_unit_id);
      create index sheet_bloc on sheet (bloc_id, cycle_id, id);
      create index sheet_province on sheet (province_id, id);
      select wall_bloc(walled) from unnest(array['scorecard', 'sheet']::regclass[]) walled;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table sheet, scorecard');
  }
}
