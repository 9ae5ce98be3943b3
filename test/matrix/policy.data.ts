import type { Role } from '@thidua/workflows/actor';
import type { Kind, Witness } from './plan.js';

/** How a post stands to a record. `giver`, `taker`: of a substitution, the very post that is stood in for, or that stands in. */
export type Tie = 'its unit' | 'reviewer' | 'verifier' | 'rater' | 'group' | 'bloc' | 'province' | 'installation' | 'giver' | 'taker';

/** A record in a state. */
export type Seen = Witness & { readonly state: string };
type When = (record: Seen, plan: { readonly reviewer: string | null; readonly verifier: string | null }) => boolean;

/** One sentence of the regulation: who, standing how to the record, may do what, and when. */
export interface Sentence {
  readonly who: Role;
  readonly tie: Tie;
  readonly may: readonly string[];
  readonly when?: When;
}

const say = (who: Role | readonly Role[], tie: Tie, may: readonly string[], when?: When): Sentence[] =>
  [who].flat().map((one) => ({ who: one as Role, tie, may, ...(when ? { when } : {}) }));
const at =
  (...states: string[]): When =>
  ({ state }) =>
    states.includes(state);

/**
 * What can be given to a substitute, and which records it reaches; the year around them is read with each of them. People, posts, units,
 * blocs and the substitutions themselves are in none: what was given is not given on.
 */
export const AREAS = {
  registrations: ['Registration'],
  scores: ['Scorecard', 'Sheet'],
  rounds: ['Ranking', 'Round'],
  report: ['Section', 'Report'],
  documents: ['Document', 'Dispatch', 'Receipt'],
  year: ['Cycle'],
} as const satisfies Record<string, readonly Kind[]>;
export type AreaName = keyof typeof AREAS;

const COUNCIL: readonly Role[] = ['council-secretary', 'council-member'];
const UNIT_PEOPLE: readonly Role[] = ['unit-head', 'unit-deputy', 'unit-officer'];
/** Who drafts for a unit and sends nothing. */
const UNIT_WRITERS: readonly Role[] = ['unit-deputy', 'unit-officer'];
const LEADERS: readonly Role[] = ['bloc-head', 'deputy-head'];

const UNIT_CHANGES = ['rename', 'readdress', 'merge', 'split', 'divide', 'transfer', 'depart', 'dissolve', 'restore'] as const;
const PERSON_CHANGES = ['rename', 'readdress', 'give-post', 'end-post', 'invite', 'leave', 'rejoin'] as const;

/**
 * Who may do what, by hand: the other account of the rules, against which the running program is held. It is written from the house's
 * documents and knows nothing of workflows/<word>/<word>.permissions.ts; where the two differ, one of them is wrong.
 */
export const POLICY: Readonly<Record<Kind, readonly Sentence[]>> = {
  Province: [...say('administrator', 'installation', ['read', 'revise']), ...say('council-secretary', 'province', ['read', 'revise'])],
  Unit: [
    ...say('administrator', 'installation', ['read', ...UNIT_CHANGES]),
    ...say('council-secretary', 'province', ['read', ...UNIT_CHANGES]),
    ...say('council-member', 'province', ['read']),
    ...say(UNIT_PEOPLE, 'its unit', ['read']),
  ],
  // The holder of a post names who stands in, and ends it; whoever was named reads it. Nobody else knows of it.
  Substitution: [...say('unit-head', 'giver', ['read', 'end']), ...say(UNIT_PEOPLE, 'taker', ['read'])],
  Person: [
    ...say('administrator', 'installation', ['read', ...PERSON_CHANGES, 'erase']),
    ...say('council-secretary', 'province', ['read', ...PERSON_CHANGES]),
  ],
  Bloc: [
    ...say('bloc-secretary', 'bloc', ['read', 'address-checkpoints']),
    ...say('council-secretary', 'province', ['read', 'revise', 'address-checkpoints']),
    ...say('council-member', 'province', ['read']),
    ...say('administrator', 'installation', ['read', 'revise']),
  ],
  Cycle: [
    ...say('bloc-head', 'bloc', ['read', 'open', 'compile', 'close', 'reopen']),
    ...say('bloc-secretary', 'bloc', ['read', 'compile']),
    ...say(['deputy-head', 'records-officer', 'observer', 'bloc-member'], 'bloc', ['read']),
    ...say(COUNCIL, 'province', ['read']),
  ],
  Registration: [
    ...say(UNIT_WRITERS, 'its unit', ['read', 'edit']),
    ...say('unit-head', 'its unit', ['read', 'edit', 'submit', 'recall', 'withdraw']),
    ...say('unit-head', 'reviewer', ['read', 'accept', 'return', 'recuse']),
    // The leader of the group reminds its units, the secretary all of them.
    ...say('group-leader', 'group', ['read', 'remind']),
    ...say('bloc-secretary', 'bloc', ['read', 'remind']),
    ...say('bloc-secretary', 'bloc', ['accept', 'return', 'recuse'], (_, { reviewer }) => reviewer === null),
    ...say(LEADERS, 'bloc', ['read']),
    ...say(COUNCIL, 'province', ['read'], at('accepted')),
  ],
  Scorecard: [
    ...say(UNIT_WRITERS, 'its unit', ['read', 'edit']),
    ...say('unit-head', 'its unit', ['read', 'edit', 'submit']),
    ...say('unit-head', 'reviewer', ['read', 'review']),
    ...say('unit-head', 'verifier', ['read', 'verify', 'return']),
    ...say('bloc-member', 'group', ['read']),
    // The leaders of the groups verify together what the groups have reviewed.
    ...say('group-leader', 'bloc', ['read'], at('reviewed', 'verified')),
    ...say('group-leader', 'group', ['remind']),
    ...say('bloc-secretary', 'bloc', ['read', 'remind']),
    ...say('bloc-secretary', 'bloc', ['review'], (_, { reviewer }) => reviewer === null),
    ...say('bloc-secretary', 'bloc', ['verify', 'return'], (_, { verifier }) => verifier === null),
    // Who is charged with a step declines it while it is their turn.
    ...say('unit-head', 'reviewer', ['recuse'], at('open')),
    ...say('unit-head', 'verifier', ['recuse'], at('reviewed')),
    ...say('bloc-secretary', 'bloc', ['recuse'], ({ state }, { reviewer }) => reviewer === null && state === 'open'),
    ...say('bloc-secretary', 'bloc', ['recuse'], ({ state }, { verifier }) => verifier === null && state === 'reviewed'),
    ...say('council-secretary', 'province', ['recuse'], ({ state }, { verifier }) => verifier === null && state === 'reviewed'),
    // The leaders of the bloc take a unit out that left the year's emulation.
    ...say(LEADERS, 'bloc', ['read', 'exclude']),
    ...say(COUNCIL, 'province', ['read'], at('verified')),
    // Where no unit is left to verify, the council's secretary may: once the card has been reviewed, not before.
    ...say(
      'council-secretary',
      'province',
      ['read', 'verify', 'return'],
      ({ state }, { verifier }) => verifier === null && ['reviewed', 'verified'].includes(state),
    ),
  ],
  Sheet: [
    ...say(UNIT_WRITERS, 'rater', ['read', 'edit']),
    // The head of the rater declines to score, and takes the sheet up again.
    ...say('unit-head', 'rater', ['read', 'edit', 'submit', 'recuse', 'reopen']),
  ],
  Ranking: [
    ...say('bloc-secretary', 'bloc', ['read', 'publish']),
    ...say(LEADERS, 'bloc', ['read']),
    ...say(['bloc-member', 'records-officer', 'observer'], 'bloc', ['read'], at('published')),
    ...say(COUNCIL, 'province', ['read'], at('published')),
  ],
  Round: [
    // Secretary and chair record which unit declined to take part, and take that back.
    ...say('bloc-secretary', 'bloc', ['read', 'open', 'recuse', 'readmit']),
    ...say('bloc-head', 'bloc', ['read', 'consent', 'count', 'settle', 'recuse', 'readmit']),
    ...say('deputy-head', 'bloc', ['read']),
    ...say('bloc-member', 'bloc', ['read'], at('open', 'tied', 'decided')),
    ...say(['records-officer', 'observer'], 'bloc', ['read'], at('decided')),
    ...say(COUNCIL, 'province', ['read'], at('decided')),
  ],
  Section: [
    ...say(UNIT_WRITERS, 'its unit', ['read', 'edit']),
    ...say('unit-head', 'its unit', ['read', 'edit', 'submit', 'recall']),
    // Sections are between a unit and the secretary: nobody else reminds of them.
    ...say('bloc-secretary', 'bloc', ['read', 'accept', 'return', 'reopen', 'remind']),
    ...say(LEADERS, 'bloc', ['read']),
    ...say('bloc-member', 'bloc', ['read'], at('accepted')),
  ],
  Report: [
    ...say('bloc-secretary', 'bloc', ['read', 'edit']),
    ...say('bloc-head', 'bloc', ['read', 'edit', 'freeze', 'reopen']),
    ...say('deputy-head', 'bloc', ['read']),
    ...say(['records-officer', 'bloc-member'], 'bloc', ['read'], at('frozen')),
  ],
  Document: [
    ...say('bloc-secretary', 'bloc', ['read', 'compile', 'propose']),
    ...say('records-officer', 'bloc', ['read', 'pass', 'return', 'issue']),
    // Who is to make or to check a paper declines it while it is their turn.
    ...say('bloc-secretary', 'bloc', ['recuse'], at('draft', 'returned')),
    ...say('records-officer', 'bloc', ['recuse'], at('proposed')),
    ...say('bloc-head', 'bloc', ['read', 'return', 'prepare', 'sign']),
    ...say('deputy-head', 'bloc', ['read']),
    // Minutes (BB) of these blocs print what single peers gave: they are for the council alone.
    ...say(['bloc-member', 'observer'], 'bloc', ['read'], ({ state, type }) => state === 'issued' && type !== 'BB'),
    ...say(COUNCIL, 'province', ['read'], at('issued')),
  ],
  Dispatch: [
    ...say('records-officer', 'bloc', ['read', 'send', 'resend']),
    ...say(['bloc-secretary', ...LEADERS], 'bloc', ['read']),
    ...say(COUNCIL, 'province', ['read'], at('sent')),
  ],
  Receipt: [
    ...say(['records-officer', 'bloc-secretary', ...LEADERS], 'bloc', ['read']),
    ...say(UNIT_PEOPLE, 'its unit', ['read', 'confirm']),
    ...say('council-secretary', 'province', ['read', 'confirm'], ({ recipient }) => recipient !== 'unit'),
    ...say('council-member', 'province', ['read'], ({ recipient }) => recipient !== 'unit'),
  ],
};

/** Who did something with a record before, by name of the cast. */
export const DONE_BY: Readonly<Record<string, Readonly<Partial<Record<'proposed' | 'checked' | 'reviewed', string>>>>> = {
  'A Document BC': { proposed: 'u1.head+A.secretary', checked: 'A.records+A.secretary' },
  'A Document BB': { proposed: 'A.records+A.secretary', checked: 'A.records' },
  'B Scorecard w1': { reviewed: 'B.secretary' },
};

/**
 * One prohibition: whoever stands so to the record does none of this, by whatever post; and what the refusal is called. Whoever stands in
 * for somebody is bound by what that person did and declined, and by that person's units.
 */
export interface Forbidden {
  readonly who: 'of its unit' | 'oneself' | 'proposed' | 'checked' | 'reviewed' | 'declined';
  readonly acts: readonly string[];
  readonly code: string;
}

/** Prohibitions beat every grant; where two hold, the later names the reason. */
export const FORBIDDEN: Readonly<Partial<Record<Kind, readonly Forbidden[]>>> = {
  Person: [{ who: 'oneself', acts: ['give-post', 'end-post', 'readdress', 'leave', 'rejoin', 'erase'], code: 'own-person' }],
  Registration: [
    { who: 'of its unit', acts: ['accept', 'return'], code: 'own-unit' },
    { who: 'declined', acts: ['accept', 'return', 'recuse'], code: 'recused' },
  ],
  Scorecard: [
    { who: 'of its unit', acts: ['review', 'verify', 'return', 'exclude'], code: 'own-unit' },
    { who: 'declined', acts: ['review', 'verify', 'return', 'recuse', 'exclude'], code: 'recused' },
    { who: 'reviewed', acts: ['verify', 'return'], code: 'own-entry' },
  ],
  Sheet: [{ who: 'of its unit', acts: ['read', 'edit', 'submit', 'recuse', 'reopen'], code: 'own-unit' }],
  Section: [{ who: 'of its unit', acts: ['accept', 'return', 'reopen'], code: 'needs-other-secretary' }],
  Document: [
    { who: 'proposed', acts: ['pass', 'return'], code: 'own-entry' },
    { who: 'checked', acts: ['prepare', 'sign'], code: 'own-entry' },
    { who: 'proposed', acts: ['prepare', 'sign'], code: 'own-entry' },
    { who: 'declined', acts: ['compile', 'propose', 'pass', 'return', 'recuse', 'prepare', 'sign', 'issue'], code: 'recused' },
  ],
};

/** For whose post the matrix tries to name a substitute. */
export const GIVER = 'u3.head';

/** Who may make what, and where; `place` is a bloc's, a province's or the installation's address. */
export const MAKERS = {
  Province: { place: 'installation', who: [['administrator', 'installation']] },
  Unit: {
    place: 'province',
    who: [
      ['administrator', 'installation'],
      ['council-secretary', 'province'],
    ],
  },
  Person: {
    place: 'province',
    who: [
      ['administrator', 'installation'],
      ['council-secretary', 'province'],
    ],
  },
  Bloc: {
    place: 'province',
    who: [
      ['administrator', 'installation'],
      ['council-secretary', 'province'],
    ],
  },
  Cycle: { place: 'bloc', who: [['council-secretary', 'province']] },
  Document: { place: 'bloc', who: [['bloc-secretary', 'bloc']] },
  Dispatch: { place: 'bloc', who: [['records-officer', 'bloc']] },
  // A substitute is named for one's own post, by nobody else: the matrix asks for that of GIVER.
  Substitution: { place: 'province', who: [['unit-head', 'giver']] },
} as const satisfies Record<string, { place: 'installation' | 'province' | 'bloc'; who: readonly (readonly [Role, Tie])[] }>;
export type Made = keyof typeof MAKERS;

/** Pages that belong to whoever keeps a province or the installation, and who that is. */
export const KEPT_PAGES = {
  'import-template': {
    method: 'GET',
    path: '/api/provinces/tinh-p/import-template',
    who: ['administrator', 'P.council', 'P.council+u3.officer'],
  },
  imports: { method: 'POST', path: '/api/provinces/tinh-p/imports', who: ['administrator', 'P.council', 'P.council+u3.officer'] },
  keys: { method: 'GET', path: '/api/administration/keys', who: ['administrator'] },
  mail: { method: 'GET', path: '/api/administration/mail', who: ['administrator'] },
  'mail-tests': { method: 'POST', path: '/api/administration/mail/tests', who: ['administrator'] },
  'mail-test': { method: 'GET', path: '/api/administration/mail/tests/00000000-0000-4000-8000-000000000000', who: ['administrator'] },
} as const;
export type KeptPage = keyof typeof KEPT_PAGES;
