import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may stand in for a post's holder today, and how: the fit of the two posts (NĐ 30/2020 Art. 13), asked when named and when used.
 * Whoever has left gives nothing any more and does nothing, from that minute and not from the midnight that ends the post. This and what
 * asks it at each request are PL/pgSQL, whose plans a connection keeps: a function in SQL is planned anew at each call.
 */
const SUBSTITUTES_FOR = `
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
  end $$;`;

/** For whom a person stands in at this minute, while both posts are in force and fit. Few: told to the planner, lest it walk tables for a thousand. */
const STANDS_IN = `
  create function stands_in(of_person uuid) returns setof substitution language plpgsql stable rows 1 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  begin return query
    select s.* from substitution s
     where s.substitute_id = of_person and s.state = 'given' and s.valid_from <= business_now() and s.valid_to > business_now()
       and exists (select 1 from substitutes_for(s.principal_post_id) f
             where f.post_id = s.substitute_post_id and f.manner = s.manner and f.cycle_id is not distinct from s.cycle_id);
  end $$;`;

const POSTS_OF = `
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
  end $$;`;

const POSTS_OF_BEFORE = `
  create or replace function posts_of(of_person uuid) returns jsonb language sql stable security definer set search_path from current as $$
    with held as (
      select p.id, p.role, p.title, p.province_id, p.unit_id, p.bloc_id, p.cycle_id
        from post p
       where p.person_id = of_person and p.valid_from <= business_day() and (p.valid_to is null or p.valid_to >= business_day())
    ), duty as (
      select h.id, d.role, h.title, h.province_id, h.unit_id, c.bloc_id, c.id as cycle_id, d.group_id
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
    )
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'title', title, 'provinceId', province_id, 'unitId', unit_id,
             'blocId', bloc_id, 'cycleId', cycle_id, 'groupId', group_id) order by role, id), '[]')
      from (select id, role, title, province_id, unit_id, bloc_id, cycle_id, null::uuid as group_id from held
            union all select id, role, title, province_id, unit_id, bloc_id, cycle_id, group_id from duty) posts
  $$;`;

/** Deputies of units, and people who stand in for others: for whom, how, in which areas, from which minute to which. */
export class LetSomebodyStandIn1795300082000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table post
        drop constraint post_role_check,
        drop constraint post_check1,
        add constraint post_role_check check (role in ('unit-officer', 'unit-head', 'unit-deputy', 'bloc-secretary', 'records-officer',
          'council-secretary', 'council-member', 'observer', 'administrator')),
        add constraint post_check1 check ((role in ('unit-officer', 'unit-head', 'unit-deputy')) = (unit_id is not null));

      create table substitution (
        id uuid primary key,
        province_id uuid not null references province,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'given' check (state in ('given', 'ended')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        principal_post_id uuid not null references post,
        principal_id uuid not null references person,
        substitute_post_id uuid not null references post,
        substitute_id uuid not null references person check (substitute_id <> principal_id),
        manner text not null check (manner in ('KT', 'TUQ')),
        -- The head's duty of one year alone; null: the whole post with its duties. No column names the bloc: what does is a bloc's record.
        cycle_id uuid check (manner = 'KT' or cycle_id is null),
        areas jsonb not null check (jsonb_array_length(areas) > 0),
        valid_from timestamptz not null,
        valid_to timestamptz not null check (valid_to > valid_from),
        paper jsonb check (manner = 'KT' or paper is not null),
        note text not null default '',
        ended_at timestamptz
      );
      create index substitution_substitute on substitution (substitute_id, valid_to);
      create index substitution_substitute_post on substitution (substitute_post_id);
      create index substitution_principal on substitution (principal_post_id, valid_to);
      create index substitution_province on substitution (province_id);
      select wall_province('substitution'::regclass);

      ${SUBSTITUTES_FOR}
      ${STANDS_IN}
      ${POSTS_OF}

      -- Whom a new substitution meets: 'other' stands in already for the same post, area and time; 'loop' is stood in for by the one who names.
      create function substitutions_met(of_post uuid, by_person uuid, of_person uuid, in_cycle uuid, in_areas jsonb, starts timestamptz, ends timestamptz)
      returns table (id uuid, how text) language sql stable rows 1 security definer set search_path from current as $$
        select s.id, case when s.principal_post_id = of_post then 'other' else 'loop' end
          from substitution s
         where s.state = 'given' and s.valid_from < ends and s.valid_to > starts
           and (s.principal_post_id = of_post and (s.cycle_id is null or in_cycle is null or s.cycle_id = in_cycle)
                  and s.areas ?| array(select jsonb_array_elements_text(in_areas))
                or s.principal_id = of_person and s.substitute_id = by_person)
      $$;

      -- Two may be named at one moment: who comes second waits for the persons' rows and is then refused by name.
      create function refuse_second_substitute() returns trigger language plpgsql security definer set search_path from current as $$
      declare met record;
      begin
        perform 1 from person where id in (new.principal_id, new.substitute_id) order by id for no key update;
        select m.how, e.name into met
          from substitutions_met(new.principal_post_id, new.principal_id, new.substitute_id, new.cycle_id, new.areas, new.valid_from, new.valid_to) m
          join substitution s on s.id = m.id join person e on e.id = s.substitute_id limit 1;
        if found then
          raise exception '%', met.name using errcode = '23P01',
            constraint = case met.how when 'loop' then 'needs-no-loop' else 'needs-no-other-substitute' end;
        end if;
        return new;
      end $$;
      create trigger one_substitute before insert on substitution for each row execute function refuse_second_substitute();

      -- Whom a letter to the heads of a unit reaches besides: those who stand in for them, in the area that the letter is about, and in its
      -- year where they stand in for one year's head of a bloc alone.
      create function stand_ins(roles text[], of_unit uuid, of_cycle uuid, of_area text)
      returns table (person_id uuid, unit_id uuid, name text, address text) language sql stable rows 1 security definer set search_path from current as $$
        select distinct on (e.id) e.id, p.unit_id, e.name, a.email
          from post p
          join substitution g on g.principal_post_id = p.id and g.state = 'given' and g.valid_to > business_now()
          join person e on e.id = g.substitute_id
          join lateral stands_in(e.id) s on s.id = g.id
          join account a on a.person_id = e.id and a.disabled_at is null
         where p.unit_id = of_unit and p.role = any(roles) and s.areas ? of_area and (s.cycle_id is null or (s.cycle_id = of_cycle and of_area = 'documents'))
         order by e.id
      $$;

      -- To whom the heads of a unit have given an area for now, in a year or as a whole, and by which post of the other.
      create function delegations_of(of_unit uuid, in_cycle uuid, of_area text) returns jsonb
      language sql stable security definer set search_path from current as $$
        select coalesce(jsonb_agg(jsonb_build_object('principalId', h.id, 'principalName', h.name, 'name', e.name, 'until', s.valid_to,
                 'manner', s.manner, 'ownTitle', o.title, 'ownUnitId', o.unit_id) order by s.valid_from, s.id), '[]')
          from post p
          join substitution g on g.principal_post_id = p.id and g.state = 'given' and g.valid_to > business_now()
          join lateral stands_in(g.substitute_id) s on s.id = g.id
          join post o on o.id = s.substitute_post_id
          join person h on h.id = s.principal_id
          join person e on e.id = s.substitute_id
         where p.unit_id = of_unit and s.areas ? of_area and (s.cycle_id is null or s.cycle_id = in_cycle)
      $$;

      -- What the two parties and their posts are called, for whoever may read a substitution.
      create function parties_of(substitutions uuid[])
      returns table (id uuid, fits boolean, principal jsonb, substitute jsonb, bloc_name text, year int)
      language sql stable rows 4 security definer set search_path from current as $$
        with party as not materialized (
          select p.id, jsonb_build_object('personId', e.id, 'postId', p.id, 'name', e.name, 'title', p.title, 'unitName', coalesce(
                   (select n.name from unit_name n where n.unit_id = p.unit_id and n.valid_from <= business_day()
                     and (n.valid_to is null or n.valid_to >= business_day()) order by n.valid_from desc limit 1), '')) as named
            from post p join person e on e.id = p.person_id
        )
        -- Whether the posts fit is asked of what is not over: nothing else depends on it.
        select s.id, s.state = 'given' and s.valid_to > business_now() and exists (select 1 from substitutes_for(s.principal_post_id) f
                 where f.post_id = s.substitute_post_id and f.manner = s.manner and f.cycle_id is not distinct from s.cycle_id),
               a.named, b.named, bl.short_name, c.year
          from substitution s
          join party a on a.id = s.principal_post_id
          join party b on b.id = s.substitute_post_id
          left join cycle c on c.id = s.cycle_id
          left join bloc bl on bl.id = c.bloc_id
         where s.id = any(substitutions)
      $$;

      -- Who may be named for a post today, as people read it.
      create function fitting_posts(of_post uuid)
      returns table ("postId" uuid, "personId" uuid, name text, title text, "unitName" text, manner text, "blocId" uuid, "cycleId" uuid, "blocName" text, year int)
      language sql stable security definer set search_path from current as $$
        select f.post_id, f.person_id, e.name, f.title, coalesce(
                 (select n.name from unit_name n where n.unit_id = f.unit_id and n.valid_from <= business_day()
                   and (n.valid_to is null or n.valid_to >= business_day()) order by n.valid_from desc limit 1), ''),
               f.manner, f.bloc_id, f.cycle_id, b.short_name, c.year
          from substitutes_for(of_post) f
          join person e on e.id = f.person_id
          left join cycle c on c.id = f.cycle_id
          left join bloc b on b.id = f.bloc_id
      $$;

      alter table scorecard add column reviewed_for uuid;
      alter table document
        add column principal_id uuid,
        add column principal_name text,
        add column signer_manner text check (signer_manner in ('KT', 'TUQ')),
        add column signer_rank text,
        add column signing_unit_id uuid;

      revoke execute on function substitutes_for(uuid), stands_in(uuid), substitutions_met(uuid, uuid, uuid, uuid, jsonb, timestamptz, timestamptz),
        stand_ins(text[], uuid, uuid, text), delegations_of(uuid, uuid, text), parties_of(uuid[]), fitting_posts(uuid), refuse_second_substitute() from public;
      grant execute on function substitutions_met(uuid, uuid, uuid, uuid, jsonb, timestamptz, timestamptz),
        stand_ins(text[], uuid, uuid, text), delegations_of(uuid, uuid, text), parties_of(uuid[]), fitting_posts(uuid) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table document drop column principal_id, drop column principal_name, drop column signer_manner, drop column signer_rank, drop column signing_unit_id;
      alter table scorecard drop column reviewed_for;
      drop function fitting_posts(uuid);
      drop function parties_of(uuid[]);
      drop function delegations_of(uuid, uuid, text);
      drop function stand_ins(text[], uuid, uuid, text);
      ${POSTS_OF_BEFORE}
      drop function stands_in(uuid);
      drop function substitutes_for(uuid);

      -- With the records goes what their journal, outbox and keys say of them: an audit would miss the records otherwise.
      alter table province_journal disable trigger insert_only;
      delete from province_journal where record_kind = 'Substitution';
      alter table province_journal enable always trigger insert_only;
      delete from province_idempotency where record_id in (select id from substitution);
      delete from delivery where record_kind = 'Substitution';
      drop table substitution;
      drop function refuse_second_substitute();
      drop function substitutions_met(uuid, uuid, uuid, uuid, jsonb, timestamptz, timestamptz);
      -- A deputy has the everyday rights of an officer.
      update post set role = 'unit-officer' where role = 'unit-deputy';
      alter table post
        drop constraint post_role_check,
        drop constraint post_check1,
        add constraint post_role_check check (role in ('unit-officer', 'unit-head', 'bloc-secretary', 'records-officer',
          'council-secretary', 'council-member', 'observer', 'administrator')),
        add constraint post_check1 check ((role in ('unit-officer', 'unit-head')) = (unit_id is not null));
    `);
  }
}
