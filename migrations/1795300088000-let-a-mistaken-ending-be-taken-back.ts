import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An ending of a unit that was recorded by mistake is taken back; what was recorded of it stays on file, withdrawn. */
export class LetAMistakenEndingBeTakenBack1795300088000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table unit_lineage add column withdrawn_at timestamptz;
      grant update (withdrawn_at) on unit_lineage to thidua_app;

      -- The years of blocs that have gone on without a unit that ended: it is out of the scoring, or a round was decided without it. Told in
      -- words to who keeps the units of its province and reads no bloc.
      create function years_without(of_unit uuid) returns text language sql stable security definer set search_path from current as $$
        select coalesce(string_agg(b.short_name || ' ' || c.year, ', ' order by c.year, b.short_name), '')
          from unit u join member m on m.unit_id = u.id join cycle c on c.id = m.cycle_id join bloc b on b.id = m.bloc_id
         where u.id = of_unit and u.province_id = nullif(current_setting('app.province', true), '')::uuid
           and (exists (select 1 from scorecard s where s.cycle_id = c.id and s.unit_id = u.id and s.state = 'excluded')
             or exists (select 1 from round r where r.cycle_id = c.id and r.state = 'decided'
                  and (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date >= u.ended_on))
      $$;
      revoke execute on function years_without(uuid) from public;
      grant execute on function years_without(uuid) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function years_without(uuid);
      revoke update (withdrawn_at) on unit_lineage from thidua_app;
      delete from unit_lineage where withdrawn_at is not null;
      alter table unit_lineage drop column withdrawn_at;
    `);
  }
}
