import { PROVINCIAL, type Kind } from './plan.js';
import type { KeptPage, Made } from './policy.data.js';

/** What is listed: a kind, or several in one list. */
type Listed = Kind | 'Work' | 'Search' | 'Progress' | 'Register' | 'ProvinceBlocs' | 'ProvinceReceipts';

/**
 * How the matrix asks a route. `record`: an act on a record, by everybody in every state (matrix.spec.ts); `list`: what everybody finds in
 * it; `making`: who may make what; `own`: about nobody but oneself; `open`: for people who are not signed in; `development`,
 * `production`: in that mode alone; `page`: of whoever keeps a province or the installation. A route without a row here fails routes.spec.ts, and so does a row without a route.
 */
export type Row =
  | { readonly asked: 'record'; readonly kind: Kind; readonly act: string }
  | { readonly asked: 'list'; readonly of: Listed }
  | { readonly asked: 'making'; readonly made: Made }
  | { readonly asked: 'page'; readonly of: KeptPage }
  | { readonly asked: 'own' | 'open' | 'development' | 'production'; readonly why: string };

const record = (kind: Kind, act: string): Row => ({ asked: 'record', kind, act });
const list = (of: Listed): Row => ({ asked: 'list', of });
const making = (made: Made): Row => ({ asked: 'making', made });
const page = (of: KeptPage): Row => ({ asked: 'page', of });
const production = (why: string): Row => ({ asked: 'production', why });
const own = (why: string): Row => ({ asked: 'own', why });
const open = (why: string): Row => ({ asked: 'open', why });
const development = (why: string): Row => ({ asked: 'development', why });

/** The rows that every kind of record has below its own address. `event` is any one of its events: they share the route. */
function recordsAt(kind: Kind, at: string, event: string, ...pages: readonly ('edit' | 'pdf' | 'text' | 'signature' | 'deliveries')[]) {
  const path = PROVINCIAL.includes(kind) ? `/api/provinces/:province/${at}` : `/api/blocs/:bloc/${at}`;
  return Object.fromEntries<Row>([
    [`GET ${path}`, list(kind)],
    [`GET ${path}/:id`, record(kind, 'read')],
    [`GET ${path}/:id/history`, record(kind, 'history')],
    [`POST ${path}/:id/events`, record(kind, event)],
    ...pages.map((page): [string, Row] =>
      page === 'edit' ? [`PUT ${path}/:id`, record(kind, 'edit')] : [`GET ${path}/:id/${page}`, record(kind, page)],
    ),
  ]);
}

/** Every route of the program, `METHOD /address`. */
export const ROUTES: Readonly<Record<string, Row>> = {
  ...recordsAt('Unit', 'units', 'rename'),
  ...recordsAt('Person', 'people', 'give-post'),
  ...recordsAt('Substitution', 'substitutions', 'end'),
  'GET /api/provinces/:province/substitutions/fitting': own('whom one may name for the own posts'),
  'POST /api/provinces/:province/substitutions': making('Substitution'),
  'GET /api/provinces/:province': record('Province', 'read'),
  'GET /api/provinces/:province/history': record('Province', 'history'),
  'POST /api/provinces/:province/events': record('Province', 'revise'),
  'GET /api/blocs/:bloc': record('Bloc', 'read'),
  'GET /api/blocs/:bloc/history': record('Bloc', 'history'),
  'POST /api/blocs/:bloc/events': record('Bloc', 'revise'),
  ...recordsAt('Cycle', 'cycles', 'open'),
  'POST /api/blocs/:bloc/cycles': making('Cycle'),
  ...recordsAt('Registration', 'registrations', 'submit', 'edit'),
  ...recordsAt('Scorecard', 'scorecards', 'submit', 'edit'),
  ...recordsAt('Sheet', 'sheets', 'submit', 'edit'),
  ...recordsAt('Ranking', 'rankings', 'publish'),
  ...recordsAt('Round', 'rounds', 'open'),
  ...recordsAt('Section', 'sections', 'submit', 'edit'),
  ...recordsAt('Report', 'reports', 'freeze', 'edit'),
  ...recordsAt('Document', 'documents', 'sign', 'pdf', 'text', 'signature'),
  'POST /api/blocs/:bloc/documents': making('Document'),
  'GET /api/blocs/:bloc/register': list('Register'),
  ...recordsAt('Dispatch', 'dispatches', 'send', 'deliveries'),
  'POST /api/blocs/:bloc/dispatches': making('Dispatch'),
  ...recordsAt('Receipt', 'receipts', 'confirm'),
  'GET /api/blocs/:bloc/receipts/:id/papers/:documentId/pdf': record('Receipt', 'papers'),
  'GET /api/blocs/:bloc/work': list('Work'),
  'GET /api/blocs/:bloc/changes': own('that something has changed in a bloc that one reaches, and nothing else'),
  'GET /api/blocs/:bloc/search': list('Search'),
  'GET /api/blocs/:bloc/progress': list('Progress'),
  'GET /api/blocs/:bloc/checkpoint-address': record('Bloc', 'checkpoint-address'),
  'PUT /api/blocs/:bloc/checkpoint-address': record('Bloc', 'address-checkpoints'),
  'POST /api/blocs': making('Bloc'),
  'POST /api/provinces': making('Province'),
  'POST /api/provinces/:province/units': making('Unit'),
  'POST /api/provinces/:province/people': making('Person'),

  'GET /api/provinces': own('the provinces that one keeps, which is none for most'),
  'GET /api/session': own('who one is, and one’s posts today'),
  'DELETE /api/session': own('ends the session that asks'),
  'PUT /api/account/password': own('asks for the password that is to be changed'),
  'PUT /api/account/first-steps': own('one’s own first steps above My work'),
  'GET /api/account/factor': own('one’s own second factor'),
  'POST /api/account/factor': own('asks for the password'),
  'POST /api/account/factor/confirmation': own('asks for a code of one’s own device'),
  'POST /api/account/factor/removal': own('asks for a code of one’s own device'),
  'GET /api/account/terms': own('the terms of one’s own posts'),
  'GET /api/account/sessions': own('where one is signed in'),
  'DELETE /api/account/sessions': own('one’s own other sessions'),
  'DELETE /api/account/sessions/:id': own('one of one’s own sessions; another’s is not there'),

  'DELETE /api/session/everywhere': own('ends every session of one’s own'),
  'POST /api/session/proof': own('proves anew who one is'),
  'GET /api/provinces/:province/blocs': list('ProvinceBlocs'),
  'GET /api/provinces/:province/receipts': list('ProvinceReceipts'),
  'GET /api/provinces/:province/import-template': page('import-template'),
  'POST /api/provinces/:province/imports': page('imports'),
  'GET /api/administration/keys': page('keys'),
  'GET /api/administration/mail': page('mail'),
  'POST /api/administration/mail/tests': page('mail-tests'),
  'GET /api/administration/mail/tests/:id': page('mail-test'),
  'GET /api/first-administrator': production('whether an installation still waits for its first administrator'),
  'POST /api/first-administrator': production('asks for the one-time code of the log, once'),

  'POST /api/session': open('signing in'),
  'POST /api/password-resets': open('asking for a letter; the answer is the same for every address'),
  'GET /api/account-links/:token': open('the link of a letter; whoever bears it sees for whom it is'),
  'POST /api/account-links/:token': open('the link of a letter, good once'),
  'GET /api/receipts/:token': open('the link of a dispatch’s letter; it shows that one receipt'),
  'GET /api/receipts/:token/papers/:documentId/pdf': open('a paper of that dispatch'),
  'POST /api/receipts/:token': open('confirms that one receipt'),
  'GET /api/health': open('whether the program’s parts are ready; no data of anybody'),
  'GET /api/openapi.json': open('the description of the API, as the repository publishes it'),
  'GET /api/docs': open('the same as a page'),

  'GET /api/dev/clock': development('business time'),
  'PUT /api/dev/clock': development('moves business time'),
  'GET /api/dev/mail': development('the letters that the development mail server took'),
  'PUT /api/dev/mail/refused': development('addresses that the development mail server refuses'),
  'GET /api/dev/mail/:id': development('one of its letters'),
  'GET /api/dev/mail/:id/attachments/:n': development('what was enclosed'),
  'GET /api/dev/mail/:id/html': development('its picture'),
  'GET /api/dev/mail/:id/raw': development('the letter as it was sent'),
};
