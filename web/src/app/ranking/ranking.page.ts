import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatPoints } from '@thidua/workflows/centipoints';
import { RankingEvent, type RankingView } from '@thidua/workflows/ranking/ranking.schema';
import { tieStepName } from '@thidua/workflows/ranking/ranking.words';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { RankingApi } from './ranking.api.js';

type Row = RankingView['rows'][number];

/** The ranking of the year (S20): totals, how they are made up, ties in words; the secretary publishes it. */
@Component({
  selector: 'app-ranking-page',
  imports: [Cell, Crumbs, DataTable, EmptyState, EventButtons, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@ranking.title">Xếp hạng</h1>
        @if (ranking(); as view) {
          <p class="line">
            <app-state-tag kind="Ranking" [state]="view.state" />
            @if (view.publishedAt; as at) {
              <span class="hint">{{ when(at) }}</span>
            }
          </p>
        }
        <p class="lede" i18n="@@ranking.lede">Xếp hạng để gợi ý; hội nghị quyết định.</p>
      </div>
      <p><a routerLink="../rounds" i18n="@@ranking.rounds">Các vòng suy tôn</a></p>
    </div>
    <app-region [of]="list" [lines]="8">
      @if (ranking(); as view) {
        @if (view.rows.length > 0) {
          <div class="card">
            <app-data-table
              i18n-caption="@@ranking.caption"
              caption="Xếp hạng các đơn vị"
              key="unitId"
              [columns]="columns"
              [rows]="view.rows"
            >
              <ng-template appCell="unit" let-row>{{ rowOf(row).unitShortName }}</ng-template>
              <ng-template appCell="rank" let-row>{{ rankOf(row) }}</ng-template>
              <ng-template appCell="base" let-row>{{ points(rowOf(row).base) }}</ng-template>
              <ng-template appCell="bonus" let-row>{{ points(rowOf(row).bonus) }}</ng-template>
              <ng-template appCell="penalty" let-row>{{ points(rowOf(row).penalty) }}</ng-template>
              <ng-template appCell="total" let-row
                ><b>{{ points(rowOf(row).total) }}</b></ng-template
              >
              <ng-template appCell="ties" let-row>{{ tieOf(row, view) || '–' }}</ng-template>
            </app-data-table>
          </div>
        } @else {
          <app-empty-state i18n="@@ranking.waiting">Chưa xếp hạng được: còn đơn vị chưa được Khối thẩm định điểm.</app-empty-state>
        }
        @if (view.actions.length > 0) {
          <div class="action-bar">
            <app-event-buttons
              kind="Ranking"
              [actions]="view.actions"
              [manners]="manners"
              [busy]="busy()"
              [problem]="problem()"
              (send)="send($event)"
            />
          </div>
        }
      } @else if (list.hasValue()) {
        <app-empty-state i18n="@@ranking.empty">Chưa có bảng xếp hạng của năm này.</app-empty-state>
      }
    </app-region>
  `,
})
export class RankingPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly api = inject(RankingApi);
  private readonly language = inject(LANGUAGE);
  protected readonly list = this.api.ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly ranking = computed(() => this.list.value()?.items[0]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly columns: readonly Column[] = [
    { key: 'unit', name: $localize`:@@ranking.unit:Đơn vị` },
    { key: 'rank', name: $localize`:@@ranking.rank:Hạng` },
    { key: 'base', name: $localize`:@@ranking.base:Điểm tiêu chí`, figures: true },
    { key: 'bonus', name: $localize`:@@ranking.bonus:Điểm thưởng`, figures: true },
    { key: 'penalty', name: $localize`:@@ranking.penalty:Điểm trừ`, figures: true },
    { key: 'total', name: $localize`:@@ranking.total:Tổng điểm`, figures: true },
    { key: 'ties', name: $localize`:@@ranking.ties:Phân định` },
  ];
  protected readonly manners: EventManners = {
    publish: { icon: 'check', after: $localize`:@@ranking.after:Thứ hạng được khóa; mọi đơn vị đọc được.` },
  };

  /** A template's variable has no type of its own. */
  protected readonly rowOf = (row: Row) => row;

  protected points(value: number): string {
    return formatPoints(value, this.language);
  }

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected rankOf({ rank, tiedWith }: Row): string {
    return tiedWith.length > 0 ? $localize`:@@ranking.tied:${rank}:rank: đồng hạng` : String(rank);
  }

  /** Who shares the rank, or by which step of the chain equal totals were parted. */
  protected tieOf({ brokenBy, tiedWith }: Row, { rows }: RankingView): string {
    if (tiedWith.length > 0) {
      const names = rows.filter(({ unitId }) => tiedWith.includes(unitId)).map(({ unitShortName }) => unitShortName);
      return $localize`:@@ranking.tiedWith:Đồng hạng với ${names.join(', ')}:units:`;
    }
    if (!brokenBy) return '';
    const step = tieStepName(brokenBy.step)[this.language];
    return $localize`:@@ranking.broken:Phân định ở bước ${brokenBy.number}:number:: ${step}:step:`;
  }

  protected async send(pressed: Pressed): Promise<void> {
    const ranking = this.ranking()!;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.send(this.bloc(), ranking.id, RankingEvent.parse({ ...pressed, version: ranking.version }));
      this.list.reload();
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.list.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
