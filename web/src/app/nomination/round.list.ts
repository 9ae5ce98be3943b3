import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveList } from '../platform/fresh.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { RoundApi } from './round.api.js';

/** The rounds of the year's meeting in their order, higher titles first. */
@Component({
  selector: 'app-round-list',
  imports: [Crumbs, EmptyState, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <h1 i18n="@@rounds.title">Bình xét, suy tôn</h1>
      <p><a routerLink="../ranking" i18n="@@rounds.ranking">Bảng xếp hạng</a></p>
    </div>
    <app-region [of]="list">
      @if (list.value(); as read) {
        <ol class="stack">
          @for (round of read.items; track round.id) {
            <li class="card pad">
              <h2>
                <a [routerLink]="[round.id]">{{ round.title.name }}</a>
              </h2>
              <p class="line">
                <app-state-tag kind="Round" [state]="round.state" />
                <span class="hint">{{ seatsOf(round.seats) }}</span>
              </p>
            </li>
          } @empty {
            <app-empty-state i18n="@@rounds.empty"
              >Chưa có vòng nào mà ông/bà đọc được: các vòng hiện ở đây khi Thư ký Khối mở bình xét.</app-empty-state
            >
          }
        </ol>
      }
    </app-region>
  `,
})
export class RoundList {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  protected readonly list = liveList(inject(RoundApi).list(() => ({ bloc: this.bloc(), year: Number(this.year()) })));

  protected seatsOf(seats: number): string {
    return $localize`:@@rounds.seats:Số suất ${seats}:seats:`;
  }
}
