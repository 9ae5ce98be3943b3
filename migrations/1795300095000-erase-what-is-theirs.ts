import type { MigrationInterface, QueryRunner } from 'typeorm';

const ERASE_BEFORE = `
create or replace function erase_person() returns trigger language plpgsql security definer set search_path from current as $$ begin
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
  -- Words of recusals that the person wrote, or that are about them; elsewhere the name alone.
  update delivery d set facts = d.facts || '{"reason": "–"}' from recusal r
   where d.record_id = r.record_id and d.n = r.n and d.facts ? 'reason' and new.id in (r.person_id, r.declared_by);
  update sheet s set reason = null from recusal r where r.record_id = s.id and s.state = 'recused' and r.declared_by = new.id;
  update recusal set reason = null where new.id in (person_id, declared_by);
  update recusal r set withdrawn_reason = null from journal j
   where j.record_id = r.record_id and j.n = r.withdrawn_n and j.body::jsonb #>> '{actor,person}' = new.id::text;
  update sheet set reason = replace(reason, old.name, new.name) where position(old.name in reason) > 0;
  update recusal set reason = replace(reason, old.name, new.name), withdrawn_reason = replace(withdrawn_reason, old.name, new.name)
   where position(old.name in reason) > 0 or position(old.name in withdrawn_reason) > 0;
  return null;
end $$;`;

// A name is whole where no letter, and no mark of one, stands before or after it.
const WITHOUT_NAME = String.raw`
create function without_name(words text, name text, pseudonym text) returns text language sql immutable
  as $$ select case when name = '' or position(name in words) = 0 then words else
    regexp_replace(words collate "vi-x-icu",
      '(?<![[:alpha:]\u0300-\u036f])' || regexp_replace(name, '([][\\^$.|?*+(){}])', '\\\1', 'g') || '(?![[:alpha:]\u0300-\u036f])',
      replace(pseudonym, '\', '\\'), 'g') end $$;
revoke execute on function without_name(text, text, text) from public;`;

// What a unit declared at a meeting is the unit's: whoever kept the minutes only wrote it down.
const ERASE = `
create function words_go_with(r recusal, person uuid) returns boolean language sql immutable
  as $$ select person in (r.person_id, r.declared_by) and not (r.record_kind = 'Round' and r.unit_id is not null) $$;
revoke execute on function words_go_with(recusal, uuid) from public;

-- Minutes of the years in which words of recusals changed. What was compiled and is not what somebody signs says nothing more; what is
-- prepared or being signed stays as it was shown, and so does what is signed. Whatever is not signed is compiled anew before it is prepared.
create function clear_minutes(years uuid[]) returns void language sql set search_path from current as $$
  update document_content x set basis = '' from document d
   where d.type = 'BB' and d.cycle_id = any(years) and x.document_id = d.id and (x.id <> d.content_id or d.state not in ('signed', 'issued'));
  update document_content x set blocks = '[{"kind": "paragraph", "text": "(Nội dung đã được xóa theo yêu cầu. Hãy lập lại nội dung.)"}]', format = '[]'
    from document d
   where d.type = 'BB' and d.cycle_id = any(years) and x.document_id = d.id
     and (x.id <> d.content_id or d.state not in ('prepared', 'signing', 'signed', 'issued'));
  delete from document_file f using document d
   where d.type = 'BB' and d.cycle_id = any(years) and f.document_id = d.id and f.kind = 'frozen'
     and (d.state not in ('prepared', 'signing', 'signed', 'issued')
       or f.sha256 <> (select j.body::jsonb ->> 'sha256' from journal j
                        where j.record_id = d.id and j.body::jsonb ->> 'event' = 'prepare' order by j.n desc limit 1));
$$;
revoke execute on function clear_minutes(uuid[]) from public;

-- Minutes that were left because somebody was to sign them, and are not signed now.
create function clear_minutes_sent_back() returns trigger language plpgsql security definer set search_path from current as $$ begin
  if exists (select 1 from document_content x where x.id = new.content_id and x.basis = '') then
    perform clear_minutes(array[new.cycle_id]);
  end if;
  return null;
end $$;
create trigger clear_minutes_sent_back after update of state on document for each row
  when (new.type = 'BB' and old.state in ('prepared', 'signing') and new.state in ('checked', 'returned')) execute function clear_minutes_sent_back();

create or replace function erase_person() returns trigger language plpgsql security definer set search_path from current as $$
declare
  years uuid[];
begin
  delete from session where account_id in (select id from account where person_id = new.id);
  delete from account_link where account_id in (select id from account where person_id = new.id);
  delete from recovery_code where account_id in (select id from account where person_id = new.id);
  delete from second_factor where account_id in (select id from account where person_id = new.id);
  delete from sign_in_attempt a using account c where c.person_id = new.id and position(c.email in a.subject) > 0;
  update account set email = 'erased-' || new.id || '@erased.invalid', password_hash = null where person_id = new.id;
  update delivery set recipient_name = '–', address = 'erased@erased.invalid', last_answer = null where person_id = new.id;
  delete from person_reason where person_id = new.id;
  -- Words of recusals that the person wrote, or that are about them; elsewhere the name alone.
  update delivery d set facts = d.facts || '{"reason": "–"}' from recusal r
   where d.record_id = r.record_id and d.n = r.n and d.facts ? 'reason' and words_go_with(r, new.id);
  update sheet s set reason = null from recusal r
   where r.record_id = s.id and s.state = 'recused' and r.withdrawn_at is null and words_go_with(r, new.id);
  -- The salt goes with every change: what the words were cannot be tried out against their sum.
  with said as (
    select r.id, case when words_go_with(r, new.id) then null else without_name(r.reason, old.name, new.name) end as reason,
           without_name(r.withdrawn_reason, old.name, new.name) as withdrawn_reason
      from recusal r where r.province_id = new.province_id),
  edited as (
    update recusal r set reason = s.reason, salt = case when s.reason = r.reason then r.salt end, withdrawn_reason = s.withdrawn_reason,
           withdrawn_salt = case when s.withdrawn_reason = r.withdrawn_reason then r.withdrawn_salt end, edited_by_erasure = true
      from said s where s.id = r.id and (s.reason, s.withdrawn_reason) is distinct from (r.reason, r.withdrawn_reason)
      returning r.cycle_id)
  select array_agg(distinct cycle_id) into years from edited;
  update sheet set reason = without_name(reason, old.name, new.name)
   where province_id = new.province_id and reason <> without_name(reason, old.name, new.name);
  -- Letters to others may name the person; their facts keep one value of text each. Letters of accounts lie in the province of whom they reach.
  update delivery d set facts = (select jsonb_object_agg(f.key, without_name(f.value, old.name, new.name)) from jsonb_each_text(d.facts) f)
   where coalesce(d.province_id, (select p.province_id from person p where p.id = d.person_id), new.province_id) = new.province_id
     and exists (select 1 from jsonb_each_text(d.facts) f where f.value <> without_name(f.value, old.name, new.name));
  perform clear_minutes(years);
  return null;
end $$;`;

// Entries tell who declined, when, and at a meeting which unit; before, nothing tied the recusal to its entry.
const NUMBERS_OF_BEFORE = `
update recusal r set n = j.n from journal j
 where r.n is null and j.record_id = r.record_id and j.body::jsonb ->> 'event' = 'recuse'
   and j.body::jsonb #>> '{actor,person}' = r.declared_by::text and (j.body::jsonb ->> 'business')::timestamptz = r.declared_at
   and coalesce(j.body::jsonb ->> 'unitId', r.unit_id::text, '') = coalesce(r.unit_id::text, '');`;

const EDITED_BEFORE = `
update recusal set edited_by_erasure = true
 where reason is null or position('Người đã xóa tên ' in concat(reason, withdrawn_reason)) > 0
    or (record_kind = 'Round' and withdrawn_n is not null and withdrawn_reason is null);`;

/**
 * Erasing a person takes what is theirs and leaves what is others': whole names of their own province, the words that they said, unsigned
 * minutes that print them. Words have a salt beside them, without which nobody can try words out against the sum that the journal keeps.
 */
export class EraseWhatIsTheirs1795300095000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table recusal add column salt bytea check (octet_length(salt) = 16), add column withdrawn_salt bytea check (octet_length(withdrawn_salt) = 16),
        add column edited_by_erasure boolean not null default false;
      alter table person_reason add column salt bytea check (octet_length(salt) = 16);
      grant update (withdrawn_salt) on recusal to thidua_app;
      ${NUMBERS_OF_BEFORE}
      ${EDITED_BEFORE}
      ${WITHOUT_NAME}
      ${ERASE}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${ERASE_BEFORE}
      drop trigger clear_minutes_sent_back on document;
      drop function clear_minutes_sent_back();
      drop function clear_minutes(uuid[]);
      drop function words_go_with(recusal, uuid);
      drop function without_name(text, text, text);
      alter table person_reason drop column salt;
      alter table recusal drop column edited_by_erasure, drop column withdrawn_salt, drop column salt;
    `);
  }
}
