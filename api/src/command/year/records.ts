import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { ActKind } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import type { PersonSession } from './session.js';
import { Stopped } from './stopped.js';

/** A record as the list of its kind shows it; what tells it apart depends on the kind. */
interface Listed {
  readonly id: string;
  readonly unitId?: string;
  readonly raterUnitId?: string;
  readonly title?: { readonly code: string } | string;
  readonly type?: string;
}

/** A kind of record of which a bloc has lists. */
export type ListedKind = Exclude<ActKind, 'Province'>;

/** The address of a kind's records below the bloc. */
const PLURALS: Readonly<Record<ListedKind, string>> = {
  Cycle: 'cycles',
  Registration: 'registrations',
  Scorecard: 'scorecards',
  Sheet: 'sheets',
  Ranking: 'rankings',
  Round: 'rounds',
  Section: 'sections',
  Report: 'reports',
  Document: 'documents',
  Dispatch: 'dispatches',
  Receipt: 'receipts',
};

/** Finds the records of the year by what the file calls them. */
export class Records {
  private readonly unitIds = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  private readonly found = new Map<string, string>();
  readonly base: string;

  constructor(private readonly file: YearFile) {
    this.base = `/api/blocs/${file.bloc.slug}`;
  }

  /** Learns the ids of the units from the year itself. */
  async learnUnits(session: PersonSession, where: string): Promise<void> {
    const [cycle] = await session.all<CycleView>(`${this.base}/cycles?year=${this.file.cycle.year}`, where);
    for (const { code, unitId } of cycle?.members ?? []) {
      this.unitIds.set(code, unitId);
      this.codes.set(unitId, code);
    }
  }

  /** The id of a unit of the file. @throws Error when the year does not know it */
  unitId(code: string): string {
    const id = this.unitIds.get(code);
    if (!id) throw new Error(`The year has no unit ${code}`);
    return id;
  }

  /** What the file calls a unit. @throws Error when the file does not know it */
  codeOf(unitId: string): string {
    const code = this.codes.get(unitId);
    if (!code) throw new Error(`The file has no unit of the id ${unitId}`);
    return code;
  }

  /** Remembers a record that has just been made. */
  remember(kind: ActKind, record: string, id: string): void {
    this.found.set(`${kind} ${record}`, id);
  }

  /** Where a kind's records are made. */
  home(kind: ListedKind): string {
    return `${this.base}/${PLURALS[kind]}`;
  }

  /** The list of a kind in the file's year. */
  list(kind: ListedKind): string {
    return `${this.home(kind)}?year=${this.file.cycle.year}&limit=100`;
  }

  /** The address of a record of which the id is known. */
  one(kind: ListedKind, id: string): string {
    return `${this.home(kind)}/${id}`;
  }

  /** The address of a record, as its reader finds it in the list. @throws Stopped when the list does not show it */
  async path(kind: ListedKind, record: string, session: PersonSession, where: string): Promise<string> {
    const key = `${kind} ${record}`;
    if (!this.found.has(key)) {
      const listed = await session.all<Listed>(this.list(kind), where);
      for (const item of listed) this.remember(kind, this.nameOf(kind, item), item.id);
    }
    const id = this.found.get(key);
    if (!id) throw Stopped.unseen(where, key);
    return this.one(kind, id);
  }

  /** What the file calls a listed record. */
  private nameOf(kind: ListedKind, { unitId, raterUnitId, title, type }: Listed): string {
    if (kind === 'Sheet') return `${this.codeOf(raterUnitId!)}>${this.codeOf(unitId!)}`;
    if (kind === 'Round') return typeof title === 'object' ? title.code : '';
    if (kind === 'Document') return type ?? '';
    return unitId === undefined ? kind : this.codeOf(unitId);
  }
}
