import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who declined to score, judge, decide, propose or check because of a conflict of interest, and why; a unit that left the year is out
 * of the scoring. A recusal is never changed, only withdrawn. No points stand on a sheet whose rater declined.
 */
export class DeclineWhereThereIsAConflict1795300084000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table recusal (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        record_kind text not null,
        record_id uuid not null,
        step text not null check (step in ('judge', 'score', 'review', 'verify', 'elect', 'propose', 'check')),
        unit_id uuid references unit,
        person_id uuid references person,
        about_unit_id uuid references unit check (about_unit_id <> unit_id),
        reason text not null,
        declared_by uuid not null references person,
        declared_at timestamptz not null,
        withdrawn_at timestamptz,
        check ((unit_id is null) <> (person_id is null))
      );
      create unique index recusal_once on recusal (record_id, step, coalesce(unit_id, person_id)) where withdrawn_at is null;
      create index recusal_bloc on recusal (bloc_id, cycle_id, about_unit_id);
      create index recusal_province on recusal (province_id, id);
      create index recusal_unit on recusal (unit_id);
      create index recusal_person on recusal (person_id);
      select wall_bloc('recusal'::regclass);
      revoke update on recusal from thidua_app;
      grant update (withdrawn_at) on recusal to thidua_app;

      alter table sheet add column reason text;
      alter table sheet drop constraint sheet_state_check,
        add constraint sheet_state_check check (state in ('draft', 'submitted', 'recused')),
        add constraint sheet_declined_check check (reason is null or (scores = '[]' and note = ''));
      alter table scorecard drop constraint scorecard_state_check,
        add constraint scorecard_state_check check (state in ('self', 'peer', 'open', 'reviewed', 'verified', 'excluded'));

      -- From what the person of a session is recused in the bloc that is looked at, or in the province where all its blocs are: by name or with a unit that they belong to today,
      -- and whatever binds those for whom they stand in, directly or through others. Their posts are asked for once.
      create function recusals_of(token bytea) returns jsonb language sql stable security definer set search_path from current as $$
        with me as (select a.person_id as id from session s join account a on a.id = s.account_id where s.token_hash = token),
             held as materialized (select p from me, jsonb_array_elements(posts_of(me.id)) p),
             persons as (select id from me
                         union select b::uuid from held, jsonb_array_elements_text(p #> '{standsFor,bound,persons}') b),
             units as (select (p ->> 'unitId')::uuid as id from held
                       union select b::uuid from held, jsonb_array_elements_text(p #> '{standsFor,bound,units}') b),
             place as (select nullif(current_setting('app.bloc', true), '')::uuid as bloc, nullif(current_setting('app.province', true), '')::uuid as province)
        select coalesce(jsonb_agg(jsonb_build_object('kind', r.record_kind, 'recordId', r.record_id, 'cycleId', r.cycle_id,
                 'aboutUnitId', r.about_unit_id) order by r.id), '[]')
          from recusal r, place
         where (r.bloc_id = place.bloc or (place.bloc is null and r.province_id = place.province)) and r.withdrawn_at is null
           and (r.person_id in (select id from persons) or r.unit_id in (select id from units))
      $$;
      revoke execute on function recusals_of(bytea) from public;
      grant execute on function recusals_of(bytea) to thidua_app, thidua_province;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function recusals_of(bytea);
      -- What was declined is a draft again; what was taken out stands where the journal says that it stood.
      update sheet set state = 'draft', reason = null where state = 'recused';
      update scorecard s set reason = null,
          state = (select j.body::jsonb ->> 'from' from journal j where j.record_id = s.id and j.body::jsonb ->> 'to' = 'excluded' order by j.n desc limit 1)
        where s.state = 'excluded';
      alter table scorecard drop constraint scorecard_state_check,
        add constraint scorecard_state_check check (state in ('self', 'peer', 'open', 'reviewed', 'verified'));
      alter table sheet drop constraint sheet_declined_check, drop constraint sheet_state_check,
        add constraint sheet_state_check check (state in ('draft', 'submitted'));
      alter table sheet drop column reason;
      drop table recusal;
    `);
  }
}
