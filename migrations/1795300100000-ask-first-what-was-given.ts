import type { MigrationInterface, QueryRunner } from 'typeorm';

const delegationsOf = (joins: string, holds: string): string => `
  create or replace function delegations_of(of_unit uuid, in_cycle uuid, of_area text) returns jsonb
  language sql stable security definer set search_path from current as $$
    select coalesce(jsonb_agg(jsonb_build_object('principalId', h.id, 'principalName', h.name, 'name', e.name, 'until', s.valid_to,
             'manner', s.manner, 'ownTitle', o.title, 'ownUnitId', o.unit_id) order by s.valid_from, s.id), '[]')
      from post p
      ${joins}
      join post o on o.id = s.substitute_post_id
      join person h on h.id = s.principal_id
      join person e on e.id = s.substitute_id
     where p.unit_id = of_unit ${holds}
  $$`;

/** Whether a substitution stands is asked only of one that was given for the area and year in question: most are for others. */
export class AskFirstWhatWasGiven1795300100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      delegationsOf(
        `join substitution g on g.principal_post_id = p.id and g.state = 'given' and g.valid_to > business_now()
             and g.areas ? of_area and (g.cycle_id is null or g.cycle_id = in_cycle)
      join lateral stands_in(g.substitute_id) s on s.id = g.id`,
        '',
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      delegationsOf(
        `join substitution g on g.principal_post_id = p.id and g.state = 'given' and g.valid_to > business_now()
      join lateral stands_in(g.substitute_id) s on s.id = g.id`,
        'and s.areas ? of_area and (s.cycle_id is null or s.cycle_id = in_cycle)',
      ),
    );
  }
}
