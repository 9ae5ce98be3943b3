import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who a session belongs to, with the posts in force today and the duties that follow from units' places in a year.
 * It reads across provinces and blocs, so it runs with its owner's rights; whoever calls it must hold the session's secret.
 */
export class TellWhoActs1795300006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function posts_of(of_person uuid) returns jsonb language sql stable security definer set search_path from current as $$
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
      $$;

      create function actor_of_session(token bytea) returns jsonb language sql stable security definer set search_path from current as $$
        select jsonb_build_object('kind', 'person', 'personId', p.id, 'name', p.name, 'email', a.email, 'accountId', a.id, 'posts', posts_of(p.id))
          from session s
          join account a on a.id = s.account_id and a.disabled_at is null
          join person p on p.id = a.person_id
         where s.token_hash = token and s.expires_at > clock_timestamp()
      $$;

      -- Whom a letter reaches: the holders today of these posts, narrowed by unit, bloc, year or province.
      create function addressees(roles text[], of_unit uuid, of_bloc uuid, of_cycle uuid, of_province uuid)
      returns table (person_id uuid, unit_id uuid, name text, address text) language sql stable security definer set search_path from current as $$
        select distinct on (p.id) p.id, po.unit_id, p.name, a.email
          from post po
          join person p on p.id = po.person_id
          join account a on a.person_id = p.id and a.disabled_at is null
         where po.role = any(roles)
           and po.valid_from <= business_day() and (po.valid_to is null or po.valid_to >= business_day())
           and (of_unit is null or po.unit_id = of_unit) and (of_bloc is null or po.bloc_id = of_bloc)
           and (of_cycle is null or po.cycle_id = of_cycle) and (of_province is null or po.province_id = of_province)
         order by p.id
      $$;

      -- The blocs that a session's person takes part in or oversees, with their years.
      create function blocs_of(token bytea) returns table (id uuid, slug text, name text, short_name text, years int[])
      language sql stable security definer set search_path from current as $$
        with post as (
          select p ->> 'role' as role, (p ->> 'blocId')::uuid as bloc_id, (p ->> 'provinceId')::uuid as province_id
            from jsonb_array_elements(actor_of_session(token) -> 'posts') p
        )
        select b.id, b.slug, b.name, b.short_name, coalesce(array_agg(c.year order by c.year desc) filter (where c.id is not null), '{}')
          from bloc b left join cycle c on c.bloc_id = b.id
         where b.id in (select bloc_id from post) or b.province_id in (select province_id from post where role in ('council-secretary', 'council-member'))
            or exists (select 1 from post where role = 'administrator')
         group by b.id order by b.name
      $$;

      -- What the units and years of a session's posts are called today.
      create function post_names(token bytea) returns table (key text, "unitName" text, "blocSlug" text, year int)
      language sql stable security definer set search_path from current as $$
        select distinct coalesce(p ->> 'unitId', '') || ' ' || coalesce(p ->> 'cycleId', ''),
               (select n.short_name from unit_name n where n.unit_id = (p ->> 'unitId')::uuid and n.valid_from <= business_day()
                 and (n.valid_to is null or n.valid_to >= business_day()) order by n.valid_from desc limit 1),
               b.slug, c.year
          from jsonb_array_elements(actor_of_session(token) -> 'posts') p
          left join cycle c on c.id = (p ->> 'cycleId')::uuid
          left join bloc b on b.id = c.bloc_id
      $$;

      revoke execute on function blocs_of(bytea), post_names(bytea), posts_of(uuid), actor_of_session(bytea), addressees(text[], uuid, uuid, uuid, uuid) from public;
      grant execute on function blocs_of(bytea), post_names(bytea) to thidua_app;
      grant execute on function actor_of_session(bytea) to thidua_app, thidua_province;
      grant execute on function addressees(text[], uuid, uuid, uuid, uuid) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function post_names(bytea);
      drop function blocs_of(bytea);
      drop function addressees(text[], uuid, uuid, uuid, uuid);
      drop function actor_of_session(bytea);
      drop function posts_of(uuid);
    `);
  }
}
