import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may stand in for a post's holder today, and how: the fit of the two posts (NĐ 30/2020 Art. 13), asked when named and when used.
 * It is SQL without settings of its own, so that it becomes part of the statement that asks: whether two posts fit looks at these two alone.
 * Whoever calls it runs with the owner's rights.
 */
const SUBSTITUTES_FOR = `
  drop function substitutes_for(uuid);
  create function substitutes_for(of_post uuid)
  returns table (post_id uuid, person_id uuid, name text, title text, unit_id uuid, manner text, bloc_id uuid, cycle_id uuid)
  language sql stable rows 4 as $$
    select o.id, o.person_id, e.name, o.title, o.unit_id, fit.manner, fit.bloc_id, fit.cycle_id
      from (select business_day() as today offset 0) d
      join post p on p.id = of_post and p.role = 'unit-head' and p.valid_from <= d.today and (p.valid_to is null or p.valid_to >= d.today)
      join person h on h.id = p.person_id and h.state = 'active'
      cross join lateral (
        -- Within the unit; and for the head of a bloc, in those years alone, within the unit of the deputy head.
        select p.unit_id, null::uuid[] as blocs, null::uuid[] as years
        union all select c.deputy_unit_id, array_agg(c.bloc_id), array_agg(c.id)
          from cycle c where c.head_unit_id = p.unit_id and c.deputy_unit_id <> p.unit_id group by c.deputy_unit_id
      ) place
      join post o on o.unit_id = place.unit_id and o.person_id <> p.person_id and o.valid_from <= d.today and (o.valid_to is null or o.valid_to >= d.today)
      join person e on e.id = o.person_id and e.state = 'active'
      cross join lateral (
        -- Its deputies sign for the head, deputies and officers act by written authorisation; for the head of a bloc signs whoever heads the other unit.
        select 'KT' as manner, null::uuid as bloc_id, null::uuid as cycle_id where place.years is null and o.role = 'unit-deputy'
        union all select 'TUQ', null, null where place.years is null and o.role in ('unit-deputy', 'unit-officer')
        union all select 'KT', y.bloc_id, y.cycle_id from unnest(place.blocs, place.years) y(bloc_id, cycle_id) where o.role = 'unit-head'
      ) fit
  $$;
  revoke execute on function substitutes_for(uuid) from public;`;

/** For whom a person stands in at this minute, while both posts are in force and fit. */
const STANDS_IN = `
  create or replace function stands_in(of_person uuid) returns setof substitution language plpgsql stable rows 1 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  declare
    at timestamptz := business_now();
  begin return query
    select s.* from substitution s
     where s.substitute_id = of_person and s.state = 'given' and s.valid_from <= at and s.valid_to > at
       and exists (select 1 from substitutes_for(s.principal_post_id) f
             where f.post_id = s.substitute_post_id and f.manner = s.manner and f.cycle_id is not distinct from s.cycle_id);
  end $$;`;

/** The posts of a person with the duties that follow from them: a unit's years are read once, and what leads a bloc or a group by its own index. */
const POSTS_OF = `
  create or replace function posts_of(of_person uuid) returns jsonb language plpgsql stable security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  declare
    today date := business_day();
  begin return (
    with recursive mine as materialized (select * from stands_in(of_person)), bond as (
      -- Whoever one stands in for, and whoever these stand in for: one may do no more than they could.
      select s.principal_id as person_id from mine s
      union
      select s.principal_id from bond b cross join lateral stands_in(b.person_id) s
    ), bound as (
      select jsonb_build_object(
               'persons', (select coalesce(jsonb_agg(b.person_id order by b.person_id), '[]') from bond b),
               'units', (select coalesce(jsonb_agg(distinct p.unit_id), '[]') from post p
                          where p.person_id = any(array(select b.person_id from bond b)) and p.unit_id is not null and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today))) as together
    ), held as materialized (
      select p.id, p.role, p.title, p.province_id, p.unit_id, p.bloc_id, p.cycle_id, null::jsonb as stands_for, null::uuid as only_cycle
        from post p
       where p.person_id = of_person and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)
      union all
      -- In another's stead only real posts are used, never what that person has from somebody else: there are no chains.
      select s.id, p.role, p.title, p.province_id, p.unit_id, p.bloc_id, p.cycle_id,
             jsonb_build_object('personId', e.id, 'name', e.name, 'manner', s.manner, 'areas', s.areas, 'postId', p.id,
               'until', s.valid_to, 'ownTitle', o.title, 'ownUnitId', o.unit_id, 'bound', bound.together), s.cycle_id
        from mine s join post p on p.id = s.principal_post_id join post o on o.id = s.substitute_post_id
        join person e on e.id = p.person_id cross join bound
    ), seat as materialized (
      -- The years of each unit, once for however many posts there.
      select m.unit_id, m.cycle_id, m.bloc_id, m.group_id from (select distinct h.unit_id from held h where h.unit_id is not null) h join member m on m.unit_id = h.unit_id
    ), duty as (
      select h.id, 'bloc-member' as role, h.title, h.province_id, h.unit_id, m.bloc_id, m.cycle_id, m.group_id, h.stands_for
        from held h join seat m on m.unit_id = h.unit_id where h.only_cycle is null
      union all
      select h.id, d.role, h.title, h.province_id, h.unit_id, m.bloc_id, m.cycle_id, d.group_id, h.stands_for
        from held h
        cross join lateral (
          select 'bloc-head' as role, c.id as cycle_id, null::uuid as group_id from cycle c where c.head_unit_id = h.unit_id
          union all select 'deputy-head', c.id, null from cycle c where c.deputy_unit_id = h.unit_id
          union all select 'group-leader', g.cycle_id, g.id from bloc_group g where g.leader_unit_id = h.unit_id
        ) d
        join seat m on m.unit_id = h.unit_id and m.cycle_id = d.cycle_id
       where h.role = 'unit-head' and (h.only_cycle is null or (h.only_cycle = d.cycle_id and d.role = 'bloc-head'))
    )
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'title', title, 'provinceId', province_id, 'unitId', unit_id,
             'blocId', bloc_id, 'cycleId', cycle_id, 'groupId', group_id, 'standsFor', stands_for)
             order by stands_for is not null, role, id), '[]')
      from (select id, role, title, province_id, unit_id, bloc_id, cycle_id, null::uuid as group_id, stands_for from held where only_cycle is null
            union all select id, role, title, province_id, unit_id, bloc_id, cycle_id, group_id, stands_for from duty) posts);
  end $$;`;

/** Who asks by a session, and from what they are recused where they look: their posts are gathered once for both. */
const WHO_ASKS = `
  -- Recused by name, with a unit that they belong to today, or with whatever binds those for whom they stand in, directly or through others.
  create function who_asks(token bytea) returns table (actor jsonb, recusals jsonb)
  language plpgsql stable rows 1 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  declare
    of_bloc uuid := nullif(current_setting('app.bloc', true), '');
    of_province uuid := nullif(current_setting('app.province', true), '');
  begin
    actor := actor_of_session(token);
    with held as (select p from jsonb_array_elements(actor -> 'posts') p),
         persons as (select (actor ->> 'personId')::uuid as id
                     union select b::uuid from held, jsonb_array_elements_text(p #> '{standsFor,bound,persons}') b),
         units as (select (p ->> 'unitId')::uuid as id from held
                   union select b::uuid from held, jsonb_array_elements_text(p #> '{standsFor,bound,units}') b)
    select coalesce(jsonb_agg(jsonb_build_object('kind', r.record_kind, 'recordId', r.record_id, 'cycleId', r.cycle_id,
             'aboutUnitId', r.about_unit_id) order by r.id), '[]')
      into recusals
      from recusal r
     where (r.bloc_id = of_bloc or (of_bloc is null and r.province_id = of_province)) and r.withdrawn_at is null
       and (r.person_id = any(array(select id from persons)) or r.unit_id = any(array(select id from units)));
    return next;
  end $$;
  revoke execute on function who_asks(bytea) from public;
  grant execute on function who_asks(bytea) to thidua_app, thidua_province;`;

const INDEXES = `
  drop index member_unit, cycle_head_unit, cycle_deputy_unit, bloc_group_leader, post_person, post_unit;
  create index member_unit on member (unit_id) include (cycle_id, bloc_id, group_id);
  create index cycle_head_unit on cycle (head_unit_id) include (id, bloc_id, deputy_unit_id);
  create index cycle_deputy_unit on cycle (deputy_unit_id) include (id);
  create index bloc_group_leader on bloc_group (leader_unit_id) include (id, cycle_id);
  create index post_person on post (person_id) include (id, province_id, role, unit_id, bloc_id, cycle_id, title, valid_from, valid_to);
  create index post_unit on post (unit_id) include (id, province_id, person_id, role, title, valid_from, valid_to);`;

const INDEXES_BEFORE = `
  drop index member_unit, cycle_head_unit, cycle_deputy_unit, bloc_group_leader, post_person, post_unit;
  create index member_unit on member (unit_id);
  create index cycle_head_unit on cycle (head_unit_id);
  create index cycle_deputy_unit on cycle (deputy_unit_id);
  create index bloc_group_leader on bloc_group (leader_unit_id);
  create index post_person on post (person_id);
  create index post_unit on post (unit_id);`;

const FUNCTIONS_BEFORE = `
  drop function substitutes_for(uuid);
  create function substitutes_for(of_post uuid)
  returns table (post_id uuid, person_id uuid, title text, unit_id uuid, manner text, bloc_id uuid, cycle_id uuid)
  language plpgsql stable rows 4 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  begin return query
    with principal as (
      select p.person_id, p.unit_id from post p join person e on e.id = p.person_id and e.state = 'active'
       where p.id = of_post and p.role = 'unit-head' and p.valid_from <= business_day() and (p.valid_to is null or p.valid_to >= business_day())
    ), other as not materialized (
      -- Found by the unit, in each of the two: never by walking the posts of all.
      select o.id, o.person_id, o.title, o.unit_id, o.role from post o join person e on e.id = o.person_id and e.state = 'active'
       where o.valid_from <= business_day() and (o.valid_to is null or o.valid_to >= business_day())
    )
    -- Within the unit: its deputies sign for the head, deputies and officers act by written authorisation.
    select o.id, o.person_id, o.title, o.unit_id, m.manner, null::uuid, null::uuid
      from principal p join other o on o.unit_id = p.unit_id and o.person_id <> p.person_id
      cross join lateral (select 'KT' as manner where o.role = 'unit-deputy'
                          union all select 'TUQ' where o.role in ('unit-deputy', 'unit-officer')) m
    union all
    -- For the head of a bloc, in that year alone: whoever heads the unit of the deputy head.
    select o.id, o.person_id, o.title, o.unit_id, 'KT', c.bloc_id, c.id
      from principal p join cycle c on c.head_unit_id = p.unit_id and c.deputy_unit_id <> p.unit_id
      join other o on o.unit_id = c.deputy_unit_id and o.role = 'unit-head' and o.person_id <> p.person_id;
  end $$;
  revoke execute on function substitutes_for(uuid) from public;

  create or replace function stands_in(of_person uuid) returns setof substitution language plpgsql stable rows 1 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  begin return query
    select s.* from substitution s
     where s.substitute_id = of_person and s.state = 'given' and s.valid_from <= business_now() and s.valid_to > business_now()
       and exists (select 1 from substitutes_for(s.principal_post_id) f
             where f.post_id = s.substitute_post_id and f.manner = s.manner and f.cycle_id is not distinct from s.cycle_id);
  end $$;

  create or replace function posts_of(of_person uuid) returns jsonb language plpgsql stable security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  begin return (
    with recursive mine as materialized (select * from stands_in(of_person)), bond as (
      -- Whoever one stands in for, and whoever these stand in for: one may do no more than they could.
      select s.principal_id as person_id from mine s
      union
      select s.principal_id from bond b cross join lateral stands_in(b.person_id) s
    ), bound as (
      select jsonb_build_object(
               'persons', (select coalesce(jsonb_agg(b.person_id order by b.person_id), '[]') from bond b),
               'units', (select coalesce(jsonb_agg(distinct p.unit_id), '[]') from bond b join post p on p.person_id = b.person_id
                          where p.unit_id is not null and p.valid_from <= business_day() and (p.valid_to is null or p.valid_to >= business_day()))) as together
    ), held as (
      select p.id, p.role, p.title, p.province_id, p.unit_id, p.bloc_id, p.cycle_id, null::jsonb as stands_for, null::uuid as only_cycle
        from post p
       where p.person_id = of_person and p.valid_from <= business_day() and (p.valid_to is null or p.valid_to >= business_day())
      union all
      -- In another's stead only real posts are used, never what that person has from somebody else: there are no chains.
      select s.id, p.role, p.title, p.province_id, p.unit_id, p.bloc_id, p.cycle_id,
             jsonb_build_object('personId', e.id, 'name', e.name, 'manner', s.manner, 'areas', s.areas, 'postId', p.id,
               'until', s.valid_to, 'ownTitle', o.title, 'ownUnitId', o.unit_id, 'bound', bound.together), s.cycle_id
        from mine s join post p on p.id = s.principal_post_id join post o on o.id = s.substitute_post_id
        join person e on e.id = p.person_id cross join bound
    ), duty as (
      select h.id, d.role, h.title, h.province_id, h.unit_id, c.bloc_id, c.id as cycle_id, d.group_id, h.stands_for
        from held h
        join member m on m.unit_id = h.unit_id
        join cycle c on c.id = m.cycle_id
        cross join lateral (
          select 'bloc-member' as role, m.group_id
          union all select 'bloc-head', null where h.role = 'unit-head' and c.head_unit_id = h.unit_id
          union all select 'deputy-head', null where h.role = 'unit-head' and c.deputy_unit_id = h.unit_id
          union all select 'group-leader', g.id from bloc_group g
             where h.role = 'unit-head' and g.cycle_id = c.id and g.leader_unit_id = h.unit_id
        ) d
       where h.only_cycle is null or (h.only_cycle = c.id and d.role = 'bloc-head')
    )
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'title', title, 'provinceId', province_id, 'unitId', unit_id,
             'blocId', bloc_id, 'cycleId', cycle_id, 'groupId', group_id, 'standsFor', stands_for)
             order by stands_for is not null, role, id), '[]')
      from (select id, role, title, province_id, unit_id, bloc_id, cycle_id, null::uuid as group_id, stands_for from held where only_cycle is null
            union all select id, role, title, province_id, unit_id, bloc_id, cycle_id, group_id, stands_for from duty) posts);
  end $$;

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
  grant execute on function recusals_of(bytea) to thidua_app, thidua_province;`;

/** What is asked at each request reads few pages: each index holds what is read by it, and the day is asked for once, not for each row. */
export class TellInFewReadsWhoAsks1795300097000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`${INDEXES} ${SUBSTITUTES_FOR} ${STANDS_IN} ${POSTS_OF} ${WHO_ASKS} drop function recusals_of(bytea);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function who_asks(bytea); ${FUNCTIONS_BEFORE} ${INDEXES_BEFORE}`);
  }
}
