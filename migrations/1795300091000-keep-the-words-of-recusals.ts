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
  return null;
end $$;`;

const ERASE = `
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

/**
 * Why somebody declined is about people, and may have to be erased: the journal keeps its sum, the recusal the words and the numbers of the
 * entries in which it was declared and withdrawn. Recusals of before have their words in the journal, which cannot change.
 */
export class KeepTheWordsOfRecusals1795300091000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table recusal alter column reason drop not null, add column n int, add column withdrawn_n int, add column withdrawn_reason text;
      create index recusal_record on recusal (record_id);
      grant update (withdrawn_n, withdrawn_reason) on recusal to thidua_app;
      ${ERASE}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${ERASE_BEFORE}
      drop index recusal_record;
      update recusal set reason = '' where reason is null;
      alter table recusal drop column withdrawn_reason, drop column withdrawn_n, drop column n, alter column reason set not null;
    `);
  }
}
