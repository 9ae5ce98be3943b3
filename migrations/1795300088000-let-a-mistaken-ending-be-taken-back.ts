import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An ending of a unit that was recorded by mistake is taken back; what was recorded of it stays on file, withdrawn. When it was recorded is
 * kept beside its day: what was decided before that had the unit, whatever day the ending bears.
 */
export class LetAMistakenEndingBeTakenBack1795300088000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table unit_lineage add column withdrawn_at timestamptz;
      grant update (withdrawn_at) on unit_lineage to thidua_app;
      alter table unit add column end_entered_at timestamptz;
      update unit set end_entered_at = ended_on::timestamp at time zone 'Asia/Ho_Chi_Minh' where ended_on is not null;
      alter table unit add check ((ended_on is null) = (end_entered_at is null));

      -- The years of blocs that have gone on without a unit since its ending was recorded: it is out of the scoring, or a round was opened,
      -- counted or decided without it. Told in words to who keeps the units of its province and reads no bloc.
      create function years_without(of_unit uuid) returns text language sql stable security definer set search_path from current as $$
        select coalesce(string_agg(b.short_name || ' ' || c.year, ', ' order by c.year, b.short_name), '')
          from unit u join member m on m.unit_id = u.id join cycle c on c.id = m.cycle_id join bloc b on b.id = m.bloc_id
         where u.id = of_unit and u.province_id = nullif(current_setting('app.province', true), '')::uuid
           and (exists (select 1 from scorecard s where s.cycle_id = c.id and s.unit_id = u.id and s.state = 'excluded')
             or exists (select 1 from round r cross join lateral (values (r.opened_at), (r.decided_at)) step(at)
                  where r.cycle_id = c.id and (r.state = 'tied'
                    or (step.at >= u.end_entered_at and (step.at at time zone 'Asia/Ho_Chi_Minh')::date >= u.ended_on))))
      $$;
      revoke execute on function years_without(uuid) from public;
      grant execute on function years_without(uuid) to thidua_app;

      -- Whoever gives a post at a unit and whoever records that it has ended wait for one another.
      create function post_at_standing_unit() returns trigger language plpgsql as $$ declare ending record; begin
        select u.ended_on, n.short_name into ending from unit u left join unit_name n on n.unit_id = u.id and n.valid_to is null
         where u.id = new.unit_id for share of u;
        if ending.ended_on is not null and (new.valid_to is null or new.valid_to > ending.ended_on) then
          raise exclusion_violation using table = 'post', constraint = 'unit-ended',
            message = json_build_object('unit', ending.short_name, 'on', to_char(ending.ended_on, 'DD/MM/YYYY'))::text;
        end if;
        return new;
      end $$;
      create trigger post_at_standing_unit before insert on post
        for each row when (new.unit_id is not null) execute function post_at_standing_unit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger post_at_standing_unit on post;
      drop function post_at_standing_unit();
      drop function years_without(uuid);
      alter table unit drop column end_entered_at;
      revoke update (withdrawn_at) on unit_lineage from thidua_app;
      delete from unit_lineage where withdrawn_at is not null;
      alter table unit_lineage drop column withdrawn_at;
    `);
  }
}
