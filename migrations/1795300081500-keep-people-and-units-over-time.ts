import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units end and are followed by others, people leave and come back, and whoever asks to be erased stays as a pseudonym.
 * A unit has one head on every day: whoever gives the post waits for whoever else gives one of that unit.
 */
export class KeepPeopleAndUnitsOverTime1795300081500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table person drop constraint person_state_check, add check (state in ('active', 'left', 'erased'));
      alter table unit drop constraint unit_state_check, add check (state in ('active', 'ended')), add column ended_on date,
        add check ((state = 'ended') = (ended_on is not null));

      create table unit_lineage (
        id uuid primary key,
        province_id uuid not null references province,
        unit_id uuid not null references unit,
        kind text not null check (kind in ('rename', 'merge', 'split', 'divide', 'transfer', 'depart', 'dissolve')),
        other_unit_id uuid references unit,
        place text,
        holds_from date not null,
        basis text not null
      );
      create index unit_lineage_province on unit_lineage (province_id);
      create index unit_lineage_unit on unit_lineage (unit_id);
      create index unit_lineage_other on unit_lineage (other_unit_id);
      select wall_province('unit_lineage');
      revoke update on unit_lineage from thidua_app;

      -- A term that has not begun may be taken back whole; one that has begun only ends.
      grant delete on post to thidua_app;
      create function keep_begun_posts() returns trigger language plpgsql as $$ begin
        if old.valid_from <= business_day() then raise exception 'a post that has begun is not deleted'; end if;
        return old;
      end $$;
      create trigger keep_begun_posts before delete on post for each row execute function keep_begun_posts();

      create function one_head_of_a_unit() returns trigger language plpgsql as $$ begin
        perform 1 from unit where id = new.unit_id for no key update;
        if exists (select 1 from post p where p.unit_id = new.unit_id and p.role = 'unit-head' and p.id <> new.id
                      and daterange(p.valid_from, p.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')) then
          raise exclusion_violation using table = 'post', constraint = 'unit-has-head';
        end if;
        return new;
      end $$;
      create trigger one_head_of_a_unit before insert or update of valid_from, valid_to on post
        for each row when (new.role = 'unit-head') execute function one_head_of_a_unit();

      -- Text as people look for it: without case, without marks, đ as d.
      create function plain_text(words text) returns text language sql immutable parallel safe
        as $$ select translate(regexp_replace(normalize(lower(words), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd') $$;

      -- Names and addresses of an erased person, wherever letters and sessions keep them; what is signed and numbered stays (it is archived by law).
      -- Why something was done about a person, in words that may have to be erased: the journal keeps their sum.
      create table person_reason (
        province_id uuid not null references province,
        person_id uuid not null references person,
        n int not null,
        reason text not null,
        primary key (person_id, n)
      );
      create index person_reason_province on person_reason (province_id);
      select wall_province('person_reason');
      revoke update on person_reason from thidua_app;

      -- Who acted, by entry: administrators belong to no province, and what they did must bear their name.
      create function actors_of(of_record uuid) returns table (n int, person_id uuid, name text, capacity text)
      language sql stable security definer set search_path from current as $$
        select j.n, p.id, p.name, o.title
          from (select n, body::jsonb -> 'actor' as actor from journal where record_id = of_record
                union all select n, body::jsonb -> 'actor' from province_journal where record_id = of_record) j
          join person p on p.id = (j.actor ->> 'person')::uuid
          left join post o on o.id = (j.actor ->> 'post')::uuid
      $$;
      revoke execute on function actors_of(uuid) from public;
      grant execute on function actors_of(uuid) to thidua_app, thidua_province;

      create function erase_person() returns trigger language plpgsql security definer set search_path from current as $$ begin
        delete from session where account_id in (select id from account where person_id = new.id);
        delete from account_link where account_id in (select id from account where person_id = new.id);
        delete from recovery_code where account_id in (select id from account where person_id = new.id);
        delete from second_factor where account_id in (select id from account where person_id = new.id);
        delete from sign_in_attempt a using account c where c.person_id = new.id and position(c.email in a.subject) > 0;
        update account set email = 'erased-' || new.id || '@erased.invalid', password_hash = null where person_id = new.id;
        update delivery set recipient_name = '–', address = 'erased@erased.invalid', last_answer = null where person_id = new.id;
        -- Letters to others may name the person; their facts keep one value of text each.
        update delivery set facts = (select jsonb_object_agg(f.key, replace(f.value, old.name, new.name)) from jsonb_each_text(facts) f)
         where position(old.name in facts::text) > 0;
        delete from person_reason where person_id = new.id;
        return null;
      end $$;
      create trigger erase_person after update of state on person
        for each row when (new.state = 'erased' and old.state <> 'erased') execute function erase_person();

      -- A closed year keeps the names of the day on which it was closed; an open one shows those of today.
      alter table cycle add column closed_on date, add check (closed_on is null or state = 'closed');
      update cycle c set closed_on = (select max((j.at at time zone 'Asia/Ho_Chi_Minh')::date) from journal j where j.record_id = c.id) where state = 'closed';
      create function record_day(of_cycle uuid) returns date language sql stable
        as $$ select coalesce((select c.closed_on from cycle c where c.id = of_cycle), business_day()) $$;

      -- The year of a post, told to who keeps the posts of a province and reads no bloc.
      create function year_of_post(of_cycle uuid) returns int language sql stable security definer set search_path from current
        as $$ select year from cycle where id = of_cycle $$;

      -- The provinces that a session's person keeps.
      create function provinces_of(token bytea) returns table (id uuid, slug text, name text)
      language sql stable security definer set search_path from current as $$
        with post as (
          select p ->> 'role' as role, (p ->> 'provinceId')::uuid as province_id from jsonb_array_elements(actor_of_session(token) -> 'posts') p
        )
        select v.id, v.slug, v.name from province v
         where exists (select 1 from post where role = 'administrator')
            or v.id in (select province_id from post where role = 'council-secretary')
         order by v.name collate "vi-x-icu", v.id
      $$;
      revoke execute on function year_of_post(uuid), provinces_of(bytea) from public;
      grant execute on function year_of_post(uuid), provinces_of(bytea) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function record_day(uuid);
      alter table cycle drop column closed_on;
      drop function provinces_of(bytea);
      drop function year_of_post(uuid);
      drop trigger erase_person on person;
      drop function erase_person();
      drop function actors_of(uuid);
      drop table person_reason;
      drop function plain_text(text);
      drop trigger one_head_of_a_unit on post;
      drop function one_head_of_a_unit();
      drop trigger keep_begun_posts on post;
      drop function keep_begun_posts();
      revoke delete on post from thidua_app;
      drop table unit_lineage;
      alter table unit drop constraint unit_check, drop constraint unit_state_check, drop column ended_on;
      update unit set state = 'active';
      alter table unit add check (state in ('active'));
      alter table person drop constraint person_state_check;
      update person set state = 'active';
      alter table person add check (state in ('active'));
    `);
  }
}
