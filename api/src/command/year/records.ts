import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { ActKind } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import type { PersonSession } from './session.js';

/** A record as the list of its kind shows it; what tells it apart depends on the kind. */
interface Listed {
  readonly id: string;
  readonly version: number;
  readonly unitId?: string;
  readonly raterUnitId?: string;
  readonly title?: { readonly code: string } | string;
  readonly type?: string;
}

/** The address of a kind's records below the bloc. */
const PLURALS: Readonly<Record<Exclude<ActKind, 'Province' | 'Receipt'>, string>> = {
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
};

/** Finds the records of the year by what the file calls them. */
export class Records {
  private readonly unitIds = new Map<string, string>();
  private readonly found = new Map<string, string>();
  readonly base: string;

  constructor(private readonly file: YearFile) {
    this.base = `/api/blocs/${file.bloc.slug}`;
  }

  /** Learns the ids of the units from the year itself. */
  async learnUnits(session: PersonSession): Promise<void> {
    const { items } = await session.get<{ items: CycleView[] }>(`${this.base}/cycles?year=${this.file.cycle.year}`, '/cycle');
    for (const member of items[0]?.members ?? []) this.unitIds.set(member.code, member.unitId);
  }

  /** The id of a unit of the file. @throws Error when the year does not know it */
  unitId(code: string): string {
    const id = this.unitIds.get(code);
    if (!id) throw new Error(`The year has no unit ${code}`);
    return id;
  }

  /** Remembers a record that has just been made. */
  remember(kind: ActKind, record: string, id: string): void {
    this.found.set(`${kind} ${record}`, id);
  }

  /** The address of a record, as its reader finds it in the list. @throws Error when the list does not show it */
  async path(kind: ActKind, record: string, session: PersonSession, where: string): Promise<string> {
    if (kind === 'Province' || kind === 'Receipt') throw new Error(`${kind} has no records of a bloc`);
    const key = `${kind} ${record}`;
    const plural = `${this.base}/${PLURALS[kind]}`;
    if (!this.found.has(key)) {
      const { items } = await session.get<{ items: Listed[] }>(`${plural}?year=${this.file.cycle.year}&limit=100`, where);
      const listed = items.find((item) => this.isRecord(kind, record, item));
      if (!listed) throw new Error(`${where}: ${kind} ${record} is not in the list of the person who acts`);
      this.found.set(key, listed.id);
    }
    return `${plural}/${this.found.get(key)}`;
  }

  private isRecord(kind: ActKind, record: string, item: Listed): boolean {
    if (kind === 'Sheet') {
      const [rater, rated] = record.split('>') as [string, string];
      return item.raterUnitId === this.unitId(rater) && item.unitId === this.unitId(rated);
    }
    if (kind === 'Round') return typeof item.title === 'object' && item.title.code === record;
    if (kind === 'Document') return item.type === record;
    return this.unitIds.has(record) ? item.unitId === this.unitId(record) : true;
  }
}
