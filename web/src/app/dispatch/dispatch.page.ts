import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';
import { Announcer } from '../platform/announcer.js';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners } from '../ui/event-choice.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { DeliveryTable } from './delivery-table.js';
import { DispatchDesk, type Told } from './dispatch-desk.js';
import { PaperList } from './paper-list.js';
import { RecipientList } from './recipient-list.js';
import { ResendForm } from './resend.form.js';

/** A dispatch (S26): papers and recipients before it is sent, then how each letter stands and who confirmed, live. */
@Component({
  selector: 'app-dispatch-page',
  imports: [Crumbs, DeliveryTable, DoneNote, EventButtons, PaperList, ProblemNote, RecipientList, Region, ResendForm, RouterLink, StateTag],
  providers: [DispatchDesk],
  templateUrl: './dispatch.page.html',
})
export class DispatchPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly desk = inject(DispatchDesk);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@dispatches.title:Gửi văn bản`;
  /** Whether it was sent from its page just now. */
  protected readonly done = signal(this.router.currentNavigation()?.extras.state?.['sent'] === true);
  protected readonly doneWords = $localize`:@@dispatch.done:Đã gửi văn bản`;
  /** The letter whose address is being corrected. */
  protected readonly correcting = signal<DeliveryView | null>(null);
  protected readonly manners: EventManners = {
    send: { asks: true, icon: 'send', after: $localize`:@@dispatch.after:Chưa gửi ngay: trang sau cho xem lại một lần.` },
  };
  protected readonly actions = computed(() => this.desk.view()?.actions.filter(({ type }) => type === 'send') ?? []);
  protected readonly summary = computed(() => {
    const { lost, queued, waiting, confirmed } = this.desk.standing();
    const all = this.desk.letters().length;
    if (all === 0) return '';
    if (confirmed === all) return $localize`:@@dispatch.allConfirmed:Cả ${all}:all: nơi nhận đã xác nhận.`;
    const parts = [
      lost > 0 ? $localize`:@@dispatch.lost:${lost}:count: thư không tới` : '',
      queued > 0 ? $localize`:@@dispatch.queued:${queued}:count: đang gửi` : '',
      waiting > 0 ? $localize`:@@dispatch.waiting:${waiting}:count: đã tới, chưa xác nhận` : '',
      confirmed > 0 ? $localize`:@@dispatch.confirmed:${confirmed}:count: đã xác nhận` : '',
    ].filter(Boolean);
    return $localize`:@@dispatch.summary:${all}:all: nơi nhận: ${parts.join('; ')}:parts:.`;
  });

  constructor() {
    const title = inject(PageTitle);
    const announcer = inject(Announcer);
    this.desk.open(() => ({ bloc: this.bloc(), id: this.id() }));
    effect(() => title.about(this.desk.view() ? String(this.desk.view()!.year) : null));
    effect(() => {
      if (this.summary()) announcer.sayNowAndThen('deliveries', this.summary());
    });
  }

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  /** Sending asks on a page of its own. */
  protected ask(): Promise<boolean> {
    return this.router.navigate(['/', this.bloc(), this.year(), 'dispatches', this.id(), 'send']);
  }

  protected async resend(told: Told): Promise<void> {
    if (await this.desk.send(told)) this.correcting.set(null);
  }
}
