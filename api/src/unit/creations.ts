import type { PersonDraft, UnitDraft } from '@thidua/workflows/account/account.schema';
import type { Creation } from '../platform/door/creation.js';
import type { Beside } from '../platform/door/procedure.js';
import type { PostColumns } from './post-scopes.js';

/** What a creation stands in the journal with, when a file brought it: the sum of the file. */
export interface Origin {
  readonly id?: string;
  readonly importedFrom?: string;
}

/** Days in which an invited person can set a password by the letter's link. */
export const INVITATION_DAYS = 14;

/** A link for whoever has no password yet, and the letter that carries it. */
const invitation = (name: string): Beside[] => [
  {
    name: 'link_made',
    sql: `insert into account_link (id, account_id, purpose, expires_at)
      select gen_random_uuid(), a.id, 'invitation', clock_timestamp() + make_interval(days => $1) from account_made a returning id`,
    values: [INVITATION_DAYS],
  },
  {
    name: 'letter_made',
    sql: `insert into delivery (id, record_kind, record_id, n, letter, facts, person_id, recipient_name, address)
      select gen_random_uuid(), 'Account', l.id, 0, 'account-invited', jsonb_build_object('province', p.name), u.id, $1::text, a.email
        from u, link_made l, account_made a, province p where p.id = u.province_id`,
    values: [name],
  },
];

/** A unit with its names over time. */
export const unitCreation = (draft: UnitDraft, { id, importedFrom }: Origin = {}): Creation => ({
  ...(id ? { id } : {}),
  kind: 'Unit',
  what: draft.code,
  table: 'unit',
  scope: 'province',
  state: 'active',
  columns: () => ({ code: draft.code, email: draft.email ?? null }),
  entry: { code: draft.code, names: draft.names, importedFrom },
  beside: [
    {
      name: 'names',
      sql: `insert into unit_name (id, province_id, unit_id, name, short_name, name_en, valid_from, valid_to)
        select gen_random_uuid(), u.province_id, u.id, n.name, n."shortName", n."nameEn", n."from", n."to"
          from u, jsonb_to_recordset($1::jsonb) n(name text, "shortName" text, "nameEn" text, "from" date, "to" date)`,
      values: [JSON.stringify(draft.names)],
    },
  ],
});

/** A person with account and posts; without a password a letter invites the person to set one. Each post must be the maker's to give. */
export const personCreation = (
  draft: PersonDraft,
  posts: readonly PostColumns[],
  passwordHash: string | null,
  { importedFrom }: Origin = {},
): Creation => ({
  kind: 'Person',
  what: draft.email,
  table: 'person',
  scope: 'province',
  state: 'active',
  demands: posts.map(({ role }) => ({ action: 'give', kind: 'Post', record: { role }, otherwise: 'post-not-yours' })),
  columns: () => ({ name: draft.name }),
  entry: { posts, importedFrom },
  beside: [
    {
      name: 'account_made',
      sql: 'insert into account (id, person_id, email, password_hash) select gen_random_uuid(), u.id, $1::text, $2::text from u returning id, email',
      values: [draft.email, passwordHash],
    },
    ...(passwordHash ? [] : invitation(draft.name)),
    {
      name: 'posts_made',
      sql: `insert into post (id, province_id, person_id, role, unit_id, bloc_id, cycle_id, title, valid_from, valid_to)
        select gen_random_uuid(), u.province_id, u.id, p.role, p.unit_id, p.bloc_id, p.cycle_id, p.title, p.valid_from, p.valid_to
          from u, jsonb_to_recordset($1::jsonb) p(role text, unit_id uuid, bloc_id uuid, cycle_id uuid, title text, valid_from date, valid_to date)`,
      values: [JSON.stringify(posts)],
    },
  ],
});
