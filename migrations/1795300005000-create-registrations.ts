import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegistrations1795300005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table registration (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        unit_id uuid not null references unit,
        group_id uuid references bloc_group,
        reviewer_unit_id uuid references unit,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'submitted', 'accepted', 'returned', 'withdrawn')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        aim jsonb,
        targets jsonb not null default '[]',
        note text not null default '',
        reason text,
        entered_by uuid,
        submitted_at timestamptz,
        decided_at timestamptz,
        unique (cycle_id, unit_id)
      );
      create index registration_unit on registration (unit_id);
      create index registration_reviewer on registration (reviewer_unit_id);
      create index registration_bloc on registration (bloc_id, cycle_id, id);
      create index registration_province on registration (province_id, id);
      select wall_bloc('registration');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table registration');
  }
}
