import type { PersonEvent } from '@thidua/workflows/person/person.schema';
import type { Beside } from '../platform/door/procedure.js';
import { INVITATION_DAYS } from '../unit/creations.js';

/** Sessions end with the address or the place in the province that they were opened for. */
const END_SESSIONS: Beside = {
  name: 'sessions_ended',
  sql: 'delete from session s using account a, u where a.person_id = u.id and s.account_id = a.id',
  values: [],
};

/** What an event does to the person's account. */
export function accountBeside(event: PersonEvent): Beside[] {
  switch (event.type) {
    case 'readdress':
      return [
        // The parts of one statement all see what was before: the letter goes to the address that is given up.
        {
          name: 'address_told',
          sql: `insert into delivery (id, record_kind, record_id, n, letter, person_id, recipient_name, address)
            select gen_random_uuid(), 'Account', a.id, 0, 'account-readdressed', u.id, u.name, a.email from u, account a where a.person_id = u.id`,
          values: [],
        },
        { name: 'address_changed', sql: 'update account a set email = $1::text from u where a.person_id = u.id', values: [event.email] },
        END_SESSIONS,
      ];
    case 'leave':
      return [
        { name: 'account_closed', sql: 'update account a set disabled_at = clock_timestamp() from u where a.person_id = u.id', values: [] },
        END_SESSIONS,
      ];
    case 'rejoin':
      return [
        {
          name: 'account_opened',
          sql: 'update account a set disabled_at = null, password_hash = null from u where a.person_id = u.id',
          values: [],
        },
      ];
    default:
      return [];
  }
}

/** A new link by letter, for whoever has not come in yet or comes back; earlier ones are no longer good. */
export function invitationAgain(event: PersonEvent): Beside[] {
  if (event.type !== 'invite' && event.type !== 'rejoin') return [];
  return [
    {
      name: 'links_closed',
      sql: `update account_link l set used_at = clock_timestamp() from account a, u where a.person_id = u.id and l.account_id = a.id and l.used_at is null`,
      values: [],
    },
    {
      name: 'link_made',
      sql: `insert into account_link (id, account_id, purpose, expires_at)
        select gen_random_uuid(), a.id, 'invitation', clock_timestamp() + make_interval(days => $1) from account a, u where a.person_id = u.id returning id, account_id`,
      values: [INVITATION_DAYS],
    },
    {
      name: 'letter_made',
      sql: `insert into delivery (id, record_kind, record_id, n, letter, facts, person_id, recipient_name, address)
        select gen_random_uuid(), 'Account', l.id, 0, 'account-invited', jsonb_build_object('province', p.name), u.id, u.name, a.email
          from u, link_made l, account a, province p where a.id = l.account_id and p.id = u.province_id`,
      values: [],
    },
  ];
}
