import type { PersonDraft, PostDraft, UnitDraft } from '../account/account.schema.js';
import { HELD_ROLES, POST_SCOPES, type HeldRole } from '../actor.js';
import { SOLE_POST } from '../person/person.permissions.js';
import { termRefusal, type Term } from '../person/terms.js';
import type { Said } from '../wording.js';
import { roleName } from '../words.js';
import { rowsOf, type Found, type Row } from './rows.js';
import { isSaid, PERSON_SHEET, SHEETS, UNIT_SHEET, type Sheet, type SheetKind } from './sheets.js';

/** What stands in the installation already, and what the reader may give. */
export interface Known {
  readonly unitCodes: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  /** The years of each bloc of the province. */
  readonly years: ReadonlyMap<string, ReadonlySet<number>>;
  /** When each unit has a head already, by its code. */
  readonly heads: readonly Term[];
  readonly mayGive: (role: HeldRole) => boolean;
}

/** What a file would make, and its bad cells. With a bad cell nothing is made. */
export interface Judged {
  readonly units: readonly UnitDraft[];
  readonly people: readonly PersonDraft[];
  readonly found: readonly Found[];
}

const roleSaid = (role: HeldRole): Said => ({ vi: roleName(role, 'vi'), en: roleName(role, 'en') });
const ALL_ROLES: Said = {
  vi: HELD_ROLES.map((role) => roleName(role, 'vi')).join(', '),
  en: HELD_ROLES.map((role) => roleName(role, 'en')).join(', '),
};

/** Judges a workbook. Pure: the same sheets and surroundings always give the same. */
export function judgeImport(sheets: readonly Sheet[], known: Known): Judged {
  const found: Found[] = [];
  const rows = (kind: SheetKind): Row[] =>
    sheets.filter(({ name }) => isSaid(name, kind.name)).flatMap((sheet) => rowsOf(kind, sheet, found));
  judgeSheets(sheets, found);
  const units = unitsOf(rows(UNIT_SHEET), known);
  const codes = new Set([...known.unitCodes, ...units.map(({ code }) => code)]);
  const people = peopleOf(rows(PERSON_SHEET), { ...known, unitCodes: codes });
  if (units.length + people.length + found.length === 0)
    found.push({ sheet: sheets[0]?.name ?? UNIT_SHEET.name.vi, cell: 'A1', unmet: { code: 'import-empty' } });
  return { units, people, found };
}

/** A sheet that nobody reads may hold people whom somebody believes to be imported. */
function judgeSheets(sheets: readonly Sheet[], found: Found[]): void {
  for (const sheet of sheets) {
    const filled = sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== ''));
    if (filled && !SHEETS.some(({ name }) => isSaid(sheet.name, name)))
      found.push({ sheet: sheet.name, cell: 'A1', unmet: { code: 'import-unknown-sheet', filling: { sheet: sheet.name } } });
  }
}

function unitsOf(rows: readonly Row[], known: Known): UnitDraft[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const { code, name, shortName, nameEn, from, email } = row.text;
    if (code && first.has(code)) row.wrong('code', 'import-code-twice', { code, cell: first.get(code)!.address('code') });
    else if (code && known.unitCodes.has(code)) row.wrong('code', 'import-code-taken', { code });
    if (code && !first.has(code)) first.set(code, row);
    if (!code || !name || !shortName || !nameEn || !from) return [];
    return [{ code, ...(email ? { email } : {}), names: [{ name, shortName, nameEn, from }] }];
  });
}

interface Gathered {
  readonly row: Row;
  readonly name: string;
  readonly posts: { readonly post: PostDraft; readonly row: Row }[];
}

function peopleOf(rows: readonly Row[], known: Known): PersonDraft[] {
  const people = new Map<string, Gathered>();
  const heads = [...known.heads];
  for (const row of rows) {
    const { email, name } = row.text;
    const post = postOf(row, known);
    if (!email || !name) continue;
    const person = people.get(email) ?? { row, name, posts: [] };
    if (!people.has(email) && known.emails.has(email)) row.wrong('email', 'import-address-taken', { email });
    if (person.name !== name) row.wrong('name', 'import-other-name', { email, name: person.name, cell: person.row.address('name') });
    people.set(email, person);
    if (post) give(person, post, row, heads);
  }
  return [...people].map(([email, { name, posts }]) => ({ email, name, posts: posts.map(({ post }) => post) }));
}

/** A term as posts that stand together are judged: scopes by their codes, which tell them apart as ids do. */
const termOf = ({ role, unitCode, bloc, year, from, to }: PostDraft): Term => ({
  role,
  unitId: unitCode ?? null,
  cycleId: bloc ? `${bloc} ${year}` : null,
  from,
  to: to ?? null,
});

/** What a person is given must agree with what the rows before give, and a unit has one head at a time. */
function give({ posts }: Gathered, post: PostDraft, row: Row, heads: Term[]): void {
  const term = termOf(post);
  const refusal = termRefusal(
    term,
    posts.map((other) => termOf(other.post)),
  );
  if (refusal) row.wrong(refusal === 'needs-later-end' ? 'to' : 'role', refusal);
  else posts.push({ post, row });
  if (refusal || post.role !== SOLE_POST) return;
  // Two heads are one post given twice, whoever they are.
  if (
    termRefusal(
      term,
      heads.filter(({ unitId }) => unitId === term.unitId),
    )
  )
    row.wrong('role', 'unit-has-head');
  heads.push(term);
}

/** The post of a row, or null when something of it is wrong. */
function postOf(row: Row, known: Known): PostDraft | null {
  const { title, from, to, unitCode, bloc, year } = row.text;
  const role = roleOf(row, known);
  if (!role || !title || !from) return null;
  const scoped = scopeHolds(row, role, known);
  if (!scoped) return null;
  return {
    role,
    title,
    from,
    ...(to ? { to } : {}),
    ...(unitCode ? { unitCode } : {}),
    ...(bloc && year ? { bloc, year: Number(year) } : {}),
  };
}

function roleOf(row: Row, known: Known): HeldRole | null {
  const words = row.text.role;
  if (!words) return null;
  const role = HELD_ROLES.find((one) => isSaid(words, roleSaid(one)));
  if (!role) row.wrong('role', 'import-unknown-role', { words, roles: ALL_ROLES });
  else if (!known.mayGive(role)) row.wrong('role', 'post-not-yours');
  return role ?? null;
}

/** Each kind of role is held of one thing, which must be there; no cell says more than counts. */
function scopeHolds(row: Row, role: HeldRole, known: Known): boolean {
  const scope = POST_SCOPES[role];
  const wanted: readonly string[] = scope === 'unit' ? ['unitCode'] : scope === 'year' ? ['bloc', 'year'] : [];
  let holds = true;
  const wrong = (...args: Parameters<Row['wrong']>): void => {
    holds = false;
    row.wrong(...args);
  };
  for (const { key, heading, hint } of PERSON_SHEET.columns.filter((column) => ['unitCode', 'bloc', 'year'].includes(column.key))) {
    const filling = { role: roleSaid(role), heading, hint };
    if (wanted.includes(key) && !row.text[key]) wrong(key, 'import-needs-scope', filling);
    if (!wanted.includes(key) && row.text[key]) wrong(key, 'import-unneeded-scope', filling);
  }
  if (!holds) return false;
  const { unitCode, bloc, year } = row.text;
  if (unitCode && !known.unitCodes.has(unitCode)) wrong('unitCode', 'import-unknown-unit', { unitCode });
  if (bloc && !known.years.has(bloc)) wrong('bloc', 'import-unknown-bloc', { bloc });
  else if (bloc && year && !known.years.get(bloc)!.has(Number(year))) wrong('year', 'import-unknown-year', { bloc, year });
  return holds;
}
