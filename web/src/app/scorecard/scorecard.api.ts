import { inject, Injectable } from '@angular/core';
import { Page } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { ScorecardView, type ScorecardEdit, type ScorecardEvent } from '@thidua/workflows/scorecard/scorecard.schema';
import { SheetView, type SheetEdit, type SheetEvent } from '@thidua/workflows/scorecard/sheet.schema';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Scorecards = Page(ScorecardView);
const Sheets = Page(SheetView);

/** Score cards and peer sheets as the API gives and takes them. */
@Injectable({ providedIn: 'root' })
export class ScorecardApi {
  private readonly api = inject(Api);

  list(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'scorecards'), Scorecards);
  }

  one(bloc: () => string, id: () => string) {
    return this.api.read(() => inBloc(bloc(), 'scorecards', id()), ScorecardView);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => `${inBloc(bloc(), 'scorecards', id())}/history`, History);
  }

  /** What happened to a card, read once. @throws Refusal */
  historyNow(bloc: string, id: string): Promise<History> {
    return this.api.once(`${inBloc(bloc, 'scorecards', id)}/history`, History);
  }

  /** The newest version, read once. @throws Refusal */
  newest(bloc: string, id: string): Promise<ScorecardView> {
    return this.api.once(inBloc(bloc, 'scorecards', id), ScorecardView);
  }

  /** Saves the unit's own points. @throws Refusal 'stale' | 'points-out-of-range' */
  save(bloc: string, id: string, edit: ScorecardEdit): Promise<ScorecardView> {
    return this.api.put(inBloc(bloc, 'scorecards', id), edit, ScorecardView);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: ScorecardEvent): Promise<ScorecardView> {
    return this.api.send(inBloc(bloc, 'scorecards', id), event, ScorecardView);
  }

  /** The sheets that the reader's unit gives. */
  sheets(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'sheets'), Sheets);
  }

  sheet(bloc: () => string, id: () => string) {
    return this.api.read(() => inBloc(bloc(), 'sheets', id()), SheetView);
  }

  /** @throws Refusal */
  newestSheet(bloc: string, id: string): Promise<SheetView> {
    return this.api.once(inBloc(bloc, 'sheets', id), SheetView);
  }

  /** Saves a sheet in draft. @throws Refusal 'stale' | 'points-out-of-range' | 'needs-sealed-scores' */
  saveSheet(bloc: string, id: string, edit: SheetEdit): Promise<SheetView> {
    return this.api.put(inBloc(bloc, 'sheets', id), edit, SheetView);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  sendSheet(bloc: string, id: string, event: SheetEvent): Promise<SheetView> {
    return this.api.send(inBloc(bloc, 'sheets', id), event, SheetView);
  }
}
