import { computed, signal, untracked, type Signal } from '@angular/core';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { inBloc } from '../platform/addresses.js';
import { keptDraft } from '../platform/kept-draft.js';
import { unansweredOf, pointsBy, type CriteriaPart, type Points } from './criteria-rows.js';
import { ScoreDesk, ScoreWriting, scoresOf } from './score-desk.js';
import type { ScorecardApi } from './scorecard.api.js';

/** What the desks of a rater's sheets stand on. */
export interface SheetSources {
  readonly api: ScorecardApi;
  readonly bloc: () => string;
  readonly personId: () => string | undefined;
  readonly sheets: Signal<readonly SheetView[]>;
  readonly parts: Signal<readonly CriteriaPart[]>;
  /** A sheet as the server has it now. */
  readonly seen: (sheet: SheetView) => void;
}

/** Whether a sheet may be written. */
export const isWritable = ({ actions }: SheetView): boolean => actions.some(({ type }) => type === 'edit');

/** The sheets that a rater writes side by side, each saved by itself. */
export class SheetDesks {
  private readonly all = signal<ReadonlyMap<string, ScoreDesk>>(new Map());
  private readonly most = computed(
    () => new Map(this.sources.parts().flatMap(({ items }) => items.map(({ code, max }) => [code, max] as const))),
  );

  constructor(private readonly sources: SheetSources) {}

  /** Opens a desk for each sheet that may be written and has none. */
  open(): void {
    const me = this.sources.personId();
    const writable = this.sources.sheets().filter(isWritable);
    if (!me) return;
    untracked(() => {
      const added = writable.filter(({ id }) => !this.all().has(id)).map((sheet) => [sheet.id, this.deskFor(sheet, me)] as const);
      if (added.length > 0) this.all.update((desks) => new Map([...desks, ...added]));
    });
  }

  /** The desk of a sheet that may be written, or nothing. */
  of(sheet: SheetView | undefined): ScoreDesk | null {
    return sheet && isWritable(sheet) ? (this.all().get(sheet.id) ?? null) : null;
  }

  /** A sheet was declined or taken up again: what was written on it is gone, and a new desk begins with what the server has. */
  drop(id: string): void {
    this.all().get(id)?.stop();
    this.all.update((desks) => new Map([...desks].filter(([other]) => other !== id)));
    this.open();
  }

  /** A sheet's points as far as they count. */
  pointsOf(sheet: SheetView): Points {
    return this.of(sheet)?.valid() ?? pointsBy(sheet.scores);
  }

  /** How many criteria have points, of how many. */
  progressOf(sheet: SheetView): { readonly done: number; readonly all: number } {
    const all = this.sources.parts().reduce((count, { items }) => count + items.length, 0);
    return { done: all - unansweredOf(this.sources.parts(), this.pointsOf(sheet)).length, all };
  }

  stop(): void {
    for (const desk of this.all().values()) desk.stop();
  }

  private deskFor(sheet: SheetView, personId: string): ScoreDesk {
    const { api, bloc } = this.sources;
    const { id } = sheet;
    return new ScoreDesk(sheet, {
      most: (item) => this.most().get(item) ?? Infinity,
      kept: keptDraft(personId, inBloc(bloc(), 'sheets', id), ScoreWriting),
      newest: async () => this.seen(await api.newestSheet(bloc(), id)),
      save: async (version, writing) => {
        const scores = scoresOf(writing).map(({ item, points }) => ({ item, points }));
        return this.seen(await api.saveSheet(bloc(), id, { version, note: writing.remark, scores }));
      },
    });
  }

  private seen(sheet: SheetView): SheetView {
    this.sources.seen(sheet);
    return sheet;
  }
}
