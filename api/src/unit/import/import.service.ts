import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { PostDraft } from '@thidua/workflows/account/account.schema';
import type { ImportQuery, ImportView } from '@thidua/workflows/import/import.schema';
import { judgeImport, type Judged, type Known } from '@thidua/workflows/import/judge';
import type { Sheet } from '@thidua/workflows/import/sheets';
import { SOLE_POST } from '@thidua/workflows/person/person.permissions';
import type { Term } from '@thidua/workflows/person/terms';
import { Problem } from '@thidua/workflows/problem';
import type { Language } from '@thidua/workflows/wording';
import { randomUUID } from 'node:crypto';
import { Database } from '../../platform/database/database.js';
import type { At } from '../../platform/door/caller.js';
import { Door } from '../../platform/door/door.js';
import { Reader, type Reading } from '../../platform/door/reader.js';
import { needInWords } from '../../platform/http/needs.js';
import { sha256 } from '../../platform/journal/canonical.js';
import { personCreation, unitCreation } from '../creations.js';
import type { PostColumns } from '../post-scopes.js';
import { readWorkbook } from './workbook.js';

/** What a file is judged by, with the ids that its rows point to. */
interface Surroundings extends Known {
  readonly units: ReadonlyMap<string, string>;
  readonly cycles: ReadonlyMap<string, { readonly blocId: string; readonly cycleId: string }>;
}

const cycleKey = (bloc: string, year: number): string => `${bloc} ${year}`;

/** Units and people of a province from a workbook: judged cell by cell, then made all together or not at all. */
@Injectable()
export class ImportService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly reader: Reader,
  ) {}

  /** Lets in who may make units and people of the province, before anything of the request is looked at. @throws Problem 'sign-in-needed' | 'forbidden' */
  admit(at: At): Promise<void> {
    return this.reader.read({ ...at, blocId: null }, (reading) => Promise.resolve(refuseStranger(reading, at)));
  }

  /**
   * Judges a workbook, or makes what it says.
   * @throws Problem 'forbidden' | 'import-unreadable'; to make it: 'import-other-file' | 'import-faulty' | 'already-exists' in a race
   */
  async import(at: At, bytes: Uint8Array, { dryRun, sha256: seen }: ImportQuery): Promise<ImportView> {
    await this.admit(at);
    const sum = sha256(bytes);
    const sheets = await readWorkbook(bytes);
    const surroundings = await this.surroundings(at, sheets);
    const judged = judgeImport(sheets, surroundings);
    if (dryRun === 'true') return viewOf(judged, sum, false, at.caller.language);
    if (seen !== sum) throw new Problem('import-other-file');
    if (judged.found.length > 0) throw new Problem('import-faulty', { count: judged.found.length });
    await this.make(at, judged, surroundings, sum);
    return viewOf(judged, sum, true, at.caller.language);
  }

  /** Units come first: people's posts are held of them. */
  private async make(at: At, { units, people }: Judged, surroundings: Surroundings, sum: string): Promise<void> {
    const made = new Map(units.map(({ code }) => [code, randomUUID() as string]));
    const known = { ...surroundings, units: new Map([...surroundings.units, ...made]) };
    await this.door.createAll({ ...at, blocId: '' }, [
      ...units.map((draft) => unitCreation(draft, { id: made.get(draft.code)!, importedFrom: sum })),
      ...people.map((draft) =>
        personCreation(
          draft,
          draft.posts.map((post) => postColumns(post, known)),
          null,
          { importedFrom: sum },
        ),
      ),
    ]);
  }

  /** What of the installation the file's words may point to or collide with. */
  private async surroundings(at: At, sheets: readonly Sheet[]): Promise<Surroundings> {
    const words = sheets.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.map((cell) =>
          String(cell ?? '')
            .trim()
            .toLowerCase(),
        ),
      ),
    );
    const { units, emails, blocs, heads, rights } = await this.reader.read({ ...at, blocId: null }, async (reading) => ({
      rights: reading.rights,
      units: await reading.rows<{ code: string; id: string }>('select code, id from unit where province_id = $1', [at.provinceId]),
      heads: await reading.rows<Term>(
        `select p.role, u.code as "unitId", null as "cycleId", p.valid_from::text as "from", p.valid_to::text as "to"
           from post p join unit u on u.id = p.unit_id where p.province_id = $1 and p.role = $2`,
        [at.provinceId, SOLE_POST],
      ),
      emails: await reading.rows<{ email: string }>('select email from account where email = any($1)', [words]),
      blocs: await reading.rows<{ slug: string; id: string }>(
        `select slug, bloc_id as id from place where kind = 'bloc' and province_id = $1 and slug = any($2)`,
        [at.provinceId, words],
      ),
    }));
    const cycles = new Map<string, { blocId: string; cycleId: string }>();
    const years = new Map<string, Set<number>>();
    for (const { slug, id: blocId } of blocs) {
      const rows = await this.database.read({ provinceId: at.provinceId, blocId }, (db) =>
        db.query<{ id: string; year: number }[]>('select id, year from cycle where bloc_id = $1', [blocId]),
      );
      for (const { id: cycleId, year } of rows) cycles.set(cycleKey(slug, year), { blocId, cycleId });
      years.set(slug, new Set(rows.map(({ year }) => year)));
    }
    return {
      units: new Map(units.map(({ code, id }) => [code, id])),
      cycles,
      years,
      heads,
      unitCodes: new Set(units.map(({ code }) => code)),
      emails: new Set(emails.map(({ email }) => email)),
      mayGive: (role) => may(rights, 'give', 'Post', { role, provinceId: at.provinceId }),
    };
  }
}

/** Before the file is looked at. @throws Problem 'forbidden' */
function refuseStranger({ rights }: Reading, { provinceId }: At): void {
  if (!['Unit', 'Person'].every((kind) => may(rights, 'create', kind, { provinceId }))) throw new Problem('forbidden');
}

function postColumns(post: PostDraft, { units, cycles }: Surroundings): PostColumns {
  const cycle = post.bloc ? cycles.get(cycleKey(post.bloc, post.year ?? 0)) : undefined;
  return {
    role: post.role,
    unit_id: post.unitCode ? (units.get(post.unitCode) ?? null) : null,
    bloc_id: cycle?.blocId ?? null,
    cycle_id: cycle?.cycleId ?? null,
    title: post.title,
    valid_from: post.from,
    valid_to: post.to ?? null,
  };
}

function viewOf({ units, people, found }: Judged, sum: string, made: boolean, language: Language): ImportView {
  return {
    sha256: sum,
    made,
    units: units.length,
    people: people.length,
    posts: people.reduce((all, { posts }) => all + posts.length, 0),
    findings: found.map(({ sheet, cell, unmet }) => ({ sheet, cell, ...needInWords(unmet, language) })),
  };
}
