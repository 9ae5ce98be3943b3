import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Picture } from '../ui/picture/drawing.js';
import { PictureView } from '../ui/picture/picture.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { sentInWords, stepOf } from './card-words.js';
import { pointsPicture } from './points-picture.js';
import { ScorecardApi } from './scorecard.api.js';

/** Who is at which step of scoring, group by group. While sealed nothing but the number of sheets is known. */
@Component({
  selector: 'app-scorecard-list',
  imports: [Cell, Crumbs, DataTable, EmptyState, MatButton, PictureView, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <h1 i18n="@@scorecards.title">Chấm điểm</h1>
      @if (rates()) {
        <a matButton="outlined" routerLink="peer" i18n="@@scorecards.peer">Chấm chéo các đơn vị</a>
      }
    </div>
    <app-region [of]="list" [also]="cycles" [lines]="8">
      @if (list.hasValue()) {
        @for (group of groups(); track group.number) {
          <section class="section" [attr.aria-labelledby]="'group-' + $index">
            <h2 [id]="'group-' + $index">{{ nameOf(group.number) }}</h2>
            <div class="card">
              <app-data-table [tools]="'scorecards-' + $index" [caption]="captionOf(group.number)" [columns]="columns" [rows]="group.cards">
                <ng-template appCell="unit" let-row>
                  <a [routerLink]="addressOf(row)">{{ card(row).unitShortName }}</a>
                </ng-template>
                <ng-template appCell="state" let-row
                  ><app-state-tag kind="Scorecard" [state]="card(row).state" [text]="step(row)"
                /></ng-template>
                <ng-template appCell="sheets" let-row>{{ sheetsOf(row) }}</ng-template>
                <ng-template appCell="reviewer" let-row>{{ card(row).reviewerName ?? '–' }}</ng-template>
                <ng-template appCell="total" let-row>{{ totalOf(row) }}</ng-template>
              </app-data-table>
            </div>
            @if (group.picture; as drawn) {
              <app-picture class="section" [id]="'points-' + $index" [picture]="drawn" />
            }
          </section>
        } @empty {
          <app-empty-state i18n="@@scorecards.empty">Chưa có bảng điểm: năm chưa tổng hợp, hoặc ông/bà không được xem.</app-empty-state>
        }
      }
    </app-region>
  `,
})
export class ScorecardList {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  private readonly session = inject(Session);
  /** Whether the reader scores peers in any capacity. */
  protected readonly rates = computed(() => this.session.rights().can('read', 'Sheet'));
  protected readonly list = liveList(inject(ScorecardApi).list(() => ({ bloc: this.bloc(), year: Number(this.year()) })));
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  private readonly criteria = computed(() => this.cycles.value()?.items[0]?.rules.criteria);
  protected readonly columns: readonly Column<ScorecardView>[] = [
    { key: 'unit', name: $localize`:@@scorecards.unit:Đơn vị`, value: ({ unitShortName }) => unitShortName },
    { key: 'state', name: $localize`:@@scorecards.state:Bước`, value: (row) => this.step(row) },
    { key: 'sheets', name: $localize`:@@scorecards.sheets:Phiếu chấm chéo`, value: (row) => this.sheetsOf(row) },
    { key: 'reviewer', name: $localize`:@@scorecards.reviewer:Người thống nhất điểm`, value: ({ reviewerName }) => reviewerName },
    // In points, as a spreadsheet counts with them.
    { key: 'total', name: $localize`:@@scorecards.total:Tổng điểm`, figures: true, value: ({ totals }) => totals && totals.total / 100 },
  ];
  protected readonly groups = computed(() => {
    const cards = this.list.value()?.items ?? [];
    const numbers = [...new Set(cards.map(({ groupNumber }) => groupNumber))].sort((a, b) => (a ?? 0) - (b ?? 0));
    return numbers.map((number) => {
      const ofGroup = cards.filter(({ groupNumber }) => groupNumber === number);
      return { number, cards: ofGroup, picture: this.pictureOf(number, ofGroup) };
    });
  });

  /** A template's variable has no type of its own. */
  protected readonly card = (row: ScorecardView) => row;

  protected step(row: ScorecardView): string {
    return stepOf(row, this.language);
  }

  protected nameOf(group: number | null): string {
    return group === null ? $localize`:@@scorecards.all:Các đơn vị` : $localize`:@@scorecards.group:Nhóm ${group}:number:`;
  }

  protected captionOf(group: number | null): string {
    return $localize`:@@scorecards.caption:Bảng điểm, ${this.nameOf(group)}:group:`;
  }

  /** The points that stand, of units that can be compared: while a group is sealed there is nothing of it, not even an empty frame. */
  private pictureOf(group: number | null, cards: readonly ScorecardView[]): Picture | null {
    const table = this.criteria();
    const units = cards.flatMap(({ unitShortName, totals, sealed }) => (totals && !sealed ? [{ name: unitShortName, totals }] : []));
    if (!table || units.length < 2) return null;
    const caption = $localize`:@@scorecards.points:Điểm theo từng phần, ${this.nameOf(group)}:group:`;
    return pointsPicture(units, { file: `diem-${this.year()}-${group ?? 'khoi'}`, caption, table }, this.language);
  }

  /** Whoever may write its own points goes to them; everybody else to the comparison. */
  protected addressOf({ id, actions }: ScorecardView): string[] {
    return actions.some(({ type }) => type === 'edit') ? [id, 'self'] : [id];
  }

  protected sheetsOf({ sheets }: ScorecardView): string {
    return sheets.of + sheets.recused === 0 ? '–' : sentInWords({ sheets });
  }

  protected totalOf({ totals }: ScorecardView): string {
    return totals ? formatPoints(totals.total, this.language) : '–';
  }
}
