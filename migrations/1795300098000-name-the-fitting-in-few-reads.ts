import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the two parties and their posts are called, for whoever has read the substitutions: these are not read again, and each post once. */
const PARTIES_OF = `
  drop function parties_of(uuid[]);
  create function parties_of(substitutions substitution[])
  returns table (id uuid, fits boolean, principal jsonb, substitute jsonb, bloc_name text, year int)
  language plpgsql stable rows 4 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  declare
    at timestamptz := business_now();
    today date := business_day();
  begin return query
    with own as materialized (
      select s.id, s.principal_post_id, s.substitute_post_id, s.manner, s.cycle_id, s.state = 'given' and s.valid_to > at as lasts
        from unnest(substitutions) s
    ), party as materialized (
      -- Each post once, however often it gave and got.
      select p.id, jsonb_build_object('personId', e.id, 'postId', p.id, 'name', e.name, 'title', p.title, 'unitName', coalesce(n.name, '')) as named
        from post p join person e on e.id = p.person_id
        left join lateral (select u.name from unit_name u where u.unit_id = p.unit_id and u.valid_from <= today
          and (u.valid_to is null or u.valid_to >= today) order by u.valid_from desc limit 1) n on true
       where p.id = any(array(select o.principal_post_id from own o union select o.substitute_post_id from own o))
    )
    -- Whether the posts fit is asked of what is not over: nothing else depends on it.
    select o.id, o.lasts and exists (select 1 from substitutes_for(o.principal_post_id) f
             where f.post_id = o.substitute_post_id and f.manner = o.manner and f.cycle_id is not distinct from o.cycle_id),
           a.named, b.named, l.short_name, c.year
      from own o
      join party a on a.id = o.principal_post_id
      join party b on b.id = o.substitute_post_id
      left join cycle c on c.id = o.cycle_id
      left join bloc l on l.id = c.bloc_id;
  end $$;
  revoke execute on function parties_of(substitution[]) from public;
  grant execute on function parties_of(substitution[]) to thidua_app;`;

/** Who may be named for a post today, as people read it: each unit and year once. */
const FITTING_POSTS = `
  create or replace function fitting_posts(of_post uuid)
  returns table ("postId" uuid, "personId" uuid, name text, title text, "unitName" text, manner text, "blocId" uuid, "cycleId" uuid, "blocName" text, year int)
  language plpgsql stable rows 4 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
  declare
    today date := business_day();
  begin return query
    with found as materialized (select * from substitutes_for(of_post)),
         units as materialized (
           select u.unit_id, n.name from (select distinct f.unit_id from found f) u
             cross join lateral (select o.name from unit_name o where o.unit_id = u.unit_id and o.valid_from <= today
               and (o.valid_to is null or o.valid_to >= today) order by o.valid_from desc limit 1) n),
         years as materialized (select c.id, c.year from cycle c where c.id = any(array(select f.cycle_id from found f))),
         blocs as materialized (select b.id, b.short_name from bloc b where b.id = any(array(select f.bloc_id from found f)))
    select f.post_id, f.person_id, f.name, f.title, coalesce(u.name, ''), f.manner, f.bloc_id, f.cycle_id, b.short_name, y.year
      from found f left join units u on u.unit_id = f.unit_id left join years y on y.id = f.cycle_id left join blocs b on b.id = f.bloc_id;
  end $$;`;

const BEFORE = `
  drop function parties_of(substitution[]);
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
  revoke execute on function parties_of(uuid[]) from public;
  grant execute on function parties_of(uuid[]) to thidua_app;

  create or replace function fitting_posts(of_post uuid)
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
  $$;`;

/** Lists of substitutions read posts, units and years as sets, not for each row. */
export class NameTheFittingInFewReads1795300098000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`${PARTIES_OF} ${FITTING_POSTS}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(BEFORE);
  }
}
