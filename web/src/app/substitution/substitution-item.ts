import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Standing, SubstitutionView } from '@thidua/workflows/substitution/substitution.schema';
import { dayInWords, instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners } from '../ui/event-choice.js';
import type { Look } from '../ui/state-looks.js';
import { StateTag } from '../ui/state-tag.js';

const LOOKS: Readonly<Record<Standing, Look>> = { ahead: 'waiting', running: 'acting', idle: 'returned', over: 'locked', ended: 'locked' };

/** Who stands in for whom, how, and as what. */
export function substitutionInWords({ manner, mannerName, principal, substitute, year }: SubstitutionView): string {
  const who = `${substitute.name} ${mannerName} ${principal.name} (${manner}.)`;
  return year ? $localize`:@@substitution.ofBloc:${who}:who:, Trưởng ${year.blocName}:bloc: năm ${year.year}:year:` : who;
}

/** One substitution: who for whom, how, in which areas, from when to when; its giver ends it. */
@Component({
  selector: 'app-substitution-item',
  imports: [EventButtons, RouterLink, StateTag],
  template: `
    <h3>
      {{ heading() }}
      <app-state-tag [look]="look()" [text]="item().standingName" />
    </h3>
    <dl class="facts">
      <dt>{{ own() ? itsPost : theirPost }}</dt>
      <dd>{{ party() }}</dd>
      <dt i18n="@@substitution.areas">Việc được giao</dt>
      <dd>{{ areas() }}</dd>
      <dt i18n="@@substitution.time">Thời gian</dt>
      <dd i18n="@@substitution.period">
        từ
        {{
          when(item().from) // i18n(ph="from")
        }}
        đến
        {{
          when(item().to) // i18n(ph="to")
        }}
      </dd>
      @if (item().endedAt; as ended) {
        <dt i18n="@@substitution.revoked">Thu lại lúc</dt>
        <dd>{{ when(ended) }}</dd>
      }
      @if (item().paper; as paper) {
        <dt i18n="@@substitution.paper">Văn bản ủy quyền</dt>
        <dd i18n="@@substitution.paperIs">
          số
          {{
            paper.number // i18n(ph="number")
          }}
          ngày
          {{
            day(paper.day) // i18n(ph="day")
          }}
        </dd>
      }
      @if (item().note) {
        <dt i18n="@@substitution.note">Ghi chú</dt>
        <dd class="typed">{{ item().note }}</dd>
      }
    </dl>
    <p><a [routerLink]="['/account/substitutions', province(), item().id]" i18n="@@substitution.history">Lịch sử việc giao</a></p>
    @if (ends().length > 0) {
      <app-event-buttons
        kind="Substitution"
        [actions]="ends()"
        [manners]="manners()"
        [object]="object()"
        [busy]="busy()"
        [problem]="problem()"
        (send)="revoked.emit()"
      />
    }
  `,
  styles: `
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: 0.6rem;
      align-items: center;
    }
    dl {
      margin: var(--td-space-2) 0;
    }
    p a {
      display: inline-block;
      padding: 0.6rem 0;
    }
  `,
})
export class SubstitutionItem {
  readonly item = input.required<SubstitutionView>();
  readonly province = input.required<string>();
  /** Whether the reader gave it; otherwise the reader got it. */
  readonly own = input.required<boolean>();
  readonly busy = input(false);
  readonly problem = input<unknown>(null);
  readonly revoked = output();
  private readonly language = inject(LANGUAGE);
  protected readonly itsPost = $localize`:@@substitution.theirs:Người làm thay`;
  protected readonly theirPost = $localize`:@@substitution.whose:Người giao`;
  protected readonly when = (instant: string) => instantInWords(instant, this.language);
  protected readonly day = (day: string) => dayInWords(day, this.language);
  protected readonly look = computed(() => LOOKS[this.item().standing]);
  protected readonly object = computed(() => $localize`:@@substitution.object:việc giao ${this.item().substitute.name}:substitute:`);
  /** What is over by itself is not ended any more: no button for it. */
  protected readonly ends = computed(() => this.item().actions.filter(({ needs }) => needs.length === 0));
  protected readonly areas = computed(() => this.item().areas.map(({ name }) => name).join('; ')); // prettier-ignore
  protected readonly manners = computed<EventManners>(() => ({
    end: { final: true, after: $localize`:@@substitution.after:Người thay mất quyền này ngay; cả hai nhận thư.` },
  }));

  protected readonly heading = computed(() => substitutionInWords(this.item()));

  protected readonly party = computed(() => {
    const { title, unitName, name } = this.own() ? this.item().substitute : this.item().principal;
    return `${name}, ${title} ${unitName}`;
  });
}
