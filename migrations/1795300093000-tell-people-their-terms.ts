import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is signed in reads the terms of their own posts, those that are over or still to come among them. */
export class TellPeopleTheirTerms1795300093000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The own posts of the person of a session that was found to hold, the newest first, each with what it is held for as it is called today.
      create function terms_of(token bytea)
      returns table (id uuid, role text, title text, unit_id uuid, unit_name text, bloc_slug text, year int, valid_from text, valid_to text)
      language plpgsql stable rows 4 security definer set search_path from current set plan_cache_mode = force_generic_plan as $$
      begin return query
        select p.id, p.role, p.title, p.unit_id, n.short_name, b.slug, c.year, p.valid_from::text, p.valid_to::text
          from post p left join bloc b on b.id = p.bloc_id left join cycle c on c.id = p.cycle_id
          left join lateral (select u.short_name from unit_name u where u.unit_id = p.unit_id
            order by (u.valid_from <= business_day()) desc, u.valid_from desc limit 1) n on true
         where p.person_id = (select a.person_id from session s join account a on a.id = s.account_id where s.token_hash = token)
         order by p.valid_from desc, p.id;
      end $$;
      revoke execute on function terms_of(bytea) from public;
      grant execute on function terms_of(bytea) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function terms_of(bytea)');
  }
}
