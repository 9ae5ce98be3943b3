import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTOR = `
    select jsonb_build_object('kind', 'person', 'personId', p.id, 'name', p.name, 'email', a.email, 'accountId', a.id, 'posts', posts_of(p.id),
             'provedAt', s.proved_at,
             'provesBy', case when exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
                         then 'code' else 'password' end)
      from session s
      join account a on a.id = s.account_id and a.disabled_at is null
      join person p on p.id = a.person_id
     where s.token_hash = token and session_awake(s)`;

const ACTOR_SIGNATURE = 'create or replace function actor_of_session(token bytea) returns jsonb';
const ADDRESSEES_SIGNATURE = `
  create or replace function addressees(roles text[], of_unit uuid, of_bloc uuid, of_cycle uuid, of_province uuid)
  returns table (person_id uuid, unit_id uuid, name text, address text)`;

const addressees = (narrowest: string) => `
    select distinct on (p.id) p.id, po.unit_id, p.name, a.email
      from post po
      join person p on p.id = po.person_id
      join account a on a.person_id = p.id and a.disabled_at is null
     where ${narrowest} po.role = any(roles)
       and po.valid_from <= business_day() and (po.valid_to is null or po.valid_to >= business_day())
       and (of_unit is null or po.unit_id = of_unit) and (of_bloc is null or po.bloc_id = of_bloc)
       and (of_cycle is null or po.cycle_id = of_cycle) and (of_province is null or po.province_id = of_province)
     order by p.id`;

const KEPT = 'stable security definer set search_path from current set plan_cache_mode = force_generic_plan';

/**
 * Every transition asks who acts and whom its letters reach. As functions in SQL both were planned anew at each call, which took longer
 * than to run them; in PL/pgSQL their plans are kept. Whom a letter reaches is asked by the narrowest place that it names, so that one plan
 * suits each and walks no table.
 */
export class KeepThePlansOfWhoActsAndWhoIsWrittenTo1795300101000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${ACTOR_SIGNATURE} language plpgsql ${KEPT} as $$ begin return (${ACTOR}); end $$;
      ${ADDRESSEES_SIGNATURE} language plpgsql rows 4 ${KEPT} as $$
      #variable_conflict use_column
      begin
        if of_unit is not null then return query ${addressees('po.unit_id = of_unit and')};
        elsif of_bloc is not null then return query ${addressees('po.bloc_id = of_bloc and')};
        elsif of_cycle is not null then return query ${addressees('po.cycle_id = of_cycle and')};
        elsif of_province is not null then return query ${addressees('po.province_id = of_province and')};
        else return query ${addressees('')};
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${ACTOR_SIGNATURE} language sql stable security definer set search_path from current as $$ ${ACTOR} $$;
      alter function actor_of_session(bytea) reset plan_cache_mode;
      ${ADDRESSEES_SIGNATURE} language sql stable rows 1000 security definer set search_path from current as $$ ${addressees('')} $$;
      alter function addressees(text[], uuid, uuid, uuid, uuid) reset plan_cache_mode;
    `);
  }
}
