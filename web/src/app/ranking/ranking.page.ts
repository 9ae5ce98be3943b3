import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import { RankingEvent, type RankingView } from '@thidua/workflows/ranking/ranking.schema';
import { unrankedWords } from '@thidua/workflows/ranking/ranking.words';
import { CycleApi } from '../cycle/cycle.api.js';
import { RoundApi } from '../nomination/round.api.js';
import { instantInWords } from '../platform/dates.js';
import { liveList, liveRecords } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
import { pointsPicture } from '../scorecard/points-picture.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EmptyState } from '../ui/empty-state.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { PictureView } from '../ui/picture/picture.js';
import { PrintButton } from '../ui/print-button.js';
import { RecusalList } from '../ui/recusal-list.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { ladderOf } from './ladder.js';
import { RankLadder } from './rank-ladder.js';
import { RankingApi } from './ranking.api.js';

/** The ranking of the year (S20): totals, ties in words, what each unit registered and gets; the secretary publishes it. */
@Component({
  selector: 'app-ranking-page',
  imports: [Crumbs, DoneNote, EmptyState, EventButtons, PictureView, PrintButton, RankLadder, RecusalList, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    @if (done()) {
      <app-done-note i18n-heading="@@ranking.done" heading="Đã công bố xếp hạng">
        <p i18n="@@ranking.doneNext">Mọi đơn vị đọc được. Bước sau: mở bình xét ở từng danh hiệu.</p>
      </app-done-note>
    }
    <div class="page-head">
      <div>
        <h1 i18n="@@ranking.heading">Xếp hạng và danh sách đề nghị</h1>
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
      <app-print-button />
    </div>
    <app-region [of]="list" [also]="[meeting, cycles]" [lines]="8">
      @if (rounds().length > 0) {
        <ul class="titles">
          @for (round of rounds(); track round.id) {
            <li class="card pad">
              <h2>
                <a [routerLink]="['../rounds', round.id]">{{ round.title.name }}</a>
              </h2>
              <p class="line">
                <app-state-tag kind="Round" [state]="round.state" /> <span class="hint">{{ seatsOf(round) }}</span>
              </p>
            </li>
          }
        </ul>
      }
      @if (ranking(); as view) {
        @if (rows().length > 0) {
          <div class="card">
            <app-rank-ladder [rows]="rows()" [line]="line()" i18n-caption="@@ranking.caption" caption="Xếp hạng các đơn vị" />
          </div>
          @if (picture(); as drawn) {
            <app-picture class="section" id="points" [picture]="drawn" />
          }
        } @else {
          <app-empty-state i18n="@@ranking.waiting">Chưa xếp hạng được: còn đơn vị chưa được Khối thẩm định điểm.</app-empty-state>
        }
        @if (unranked().length > 0) {
          <app-recusal-list class="section" i18n-heading="@@ranking.unranked" heading="Không xếp hạng" [lines]="unranked()" />
        }
        @if (view.actions.length > 0) {
          <div class="action-bar">
            <app-event-buttons
              kind="Ranking"
              [actions]="view.actions"
              [manners]="manners"
              [object]="object()"
              [busy]="busy()"
              [problem]="problem()"
              (send)="send(view, $event)"
            />
          </div>
        }
      } @else if (list.hasValue()) {
        <app-empty-state i18n="@@ranking.empty">Chưa có bảng xếp hạng: Khối chưa công bố, hoặc năm chưa tổng hợp đăng ký.</app-empty-state>
      }
    </app-region>
  `,
  styles: `
    .titles {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: var(--td-space-3);
      margin-bottom: var(--td-space-4);
    }
    .titles h2 {
      font: var(--mat-sys-title-small);
    }
  `,
})
export class RankingPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly api = inject(RankingApi);
  private readonly language = inject(LANGUAGE);
  private readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly list = liveRecords(this.api.ofYear(this.spot));
  protected readonly meeting = liveList(inject(RoundApi).list(this.spot));
  protected readonly cycles = inject(CycleApi).ofYear(this.spot);
  protected readonly ranking = computed(() => this.list.value()?.items[0]);
  protected readonly rounds = computed(() => this.meeting.value()?.items ?? []);
  protected readonly rows = computed(() => (this.ranking() ? ladderOf(this.ranking()!, this.rounds(), this.language) : []));
  protected readonly picture = computed(() => {
    const [rules, rows] = [this.cycles.value()?.items[0]?.rules, this.ranking()?.rows];
    if (!rules || !rows) return null;
    const units = rows.map((row) => ({ name: row.unitShortName, totals: row }));
    const caption = $localize`:@@ranking.points:Điểm của các đơn vị theo từng phần`;
    return pointsPicture(units, { file: `diem-${this.year()}`, caption, table: rules.criteria }, this.language);
  });
  /** Where the seats of the highest title end. */
  protected readonly line = computed(() => {
    const [highest] = this.rounds();
    if (!highest || highest.seats >= this.rows().length) return null;
    return { after: highest.seats, words: $localize`:@@ranking.quota:Số suất ${highest.title.shortName}:title:: ${highest.seats}:seats:` };
  });
  protected readonly unranked = computed(() =>
    (this.ranking()?.unranked ?? []).map(({ unitShortName, why, reason }) => ({
      text: `${unitShortName}, ${unrankedWords[why][this.language]}`,
      reason,
    })),
  );
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly object = computed(() => $localize`:@@ranking.object:năm ${this.year()}:year:`);
  protected readonly manners: EventManners = {
    publish: { icon: 'check', final: true, after: $localize`:@@ranking.after:Thứ hạng được khóa; mọi đơn vị đọc được.` },
  };

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected seatsOf({ seats, seatsOpen }: RoundView): string {
    return $localize`:@@ranking.seats:Số suất ${seats}:seats:, còn ${seatsOpen}:free:`;
  }

  protected async send(ranking: RankingView, pressed: Pressed): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.send(this.bloc(), ranking.id, RankingEvent.parse({ ...pressed, version: ranking.version }));
      this.done.set(true);
      this.list.reload();
      this.meeting.reload();
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.list.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
