import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import { instantInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners } from '../ui/event-choice.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { DispatchApi } from './dispatch.api.js';

/** The dispatches of a year (S26): what is missing before the first, and the way to each. */
@Component({
  selector: 'app-dispatch-list',
  imports: [Crumbs, EmptyState, EventButtons, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@dispatches.title">Gửi văn bản</h1>
        <p class="lede" i18n="@@dispatches.lede">Báo cáo, Biên bản và Tờ trình đã phát hành tới Hội đồng, Ban TĐKT và các đơn vị.</p>
      </div>
    </div>
    <app-region [of]="list">
      @if (list.hasValue()) {
        <ol class="stack">
          @for (dispatch of list.value().items; track dispatch.id) {
            <li class="card pad">
              <h2>
                <a [routerLink]="[dispatch.id]">{{ nameOf(dispatch) }}</a>
              </h2>
              <p class="line">
                <app-state-tag kind="Dispatch" [state]="dispatch.state" />
                <span class="hint">{{ countsOf(dispatch) }}</span>
              </p>
            </li>
          } @empty {
            <li>
              <app-empty-state>
                @if (!reads()) {
                  <ng-container i18n="@@dispatches.unread">Chưa có lượt gửi nào ông/bà được xem.</ng-container>
                } @else if (list.value().unissuedPapers; as missing) {
                  <ng-container i18n="@@dispatches.missing"
                    >Chưa gửi. Còn thiếu, chưa phát hành:
                    {{
                      missing  // i18n(ph="papers")
                    }}.</ng-container
                  >
                } @else {
                  <ng-container i18n="@@dispatches.empty">Chưa gửi. Các văn bản của năm đã phát hành đủ.</ng-container>
                }
              </app-empty-state>
            </li>
          }
        </ol>
        @if (list.value().actions.length > 0) {
          <div class="action-bar">
            <app-event-buttons
              kind="Dispatch"
              [actions]="list.value().actions"
              [manners]="manners"
              [busy]="busy()"
              [problem]="problem()"
              (send)="create()"
            />
          </div>
        }
      }
    </app-region>
  `,
})
export class DispatchList {
  readonly bloc = input.required<string>();
  private readonly session = inject(Session);
  protected readonly reads = computed(() => this.session.rights().can('read', 'Dispatch'));
  readonly year = input.required<string>();
  private readonly api = inject(DispatchApi);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly list = liveList(this.api.list(() => this.spot()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly manners: EventManners = {
    create: { icon: 'add', after: $localize`:@@dispatches.after:Chưa gửi gì; trang sau cho xem văn bản và nơi nhận trước khi gửi.` },
  };

  protected nameOf({ papers, sentAt }: DispatchView): string {
    const numbers = papers.map(({ number }) => number).join(', ');
    return sentAt
      ? $localize`:@@dispatches.sent:Gửi ${instantInWords(sentAt, this.language)}:instant:: ${numbers}:papers:`
      : $localize`:@@dispatches.draft:Lượt gửi đang lập: ${numbers || '–'}:papers:`;
  }

  protected countsOf({ recipients, counts, state }: DispatchView): string {
    const lost = counts.refused + counts.failed;
    return state === 'draft'
      ? $localize`:@@dispatches.recipients:${recipients.length}:count: nơi nhận`
      : $localize`:@@dispatches.counts:${recipients.length}:count: nơi nhận, đã xác nhận ${counts.confirmed}:confirmed:, thư không tới ${lost}:lost:`;
  }

  protected async create(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { id } = await this.api.create(this.spot());
      await this.router.navigate(['/', this.bloc(), this.year(), 'dispatches', id]);
    } catch (error) {
      this.problem.set(error);
      this.list.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private spot() {
    return { bloc: this.bloc(), year: Number(this.year()) };
  }
}
