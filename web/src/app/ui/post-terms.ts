import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TermView } from '@thidua/workflows/person/person.schema';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Where } from '../platform/where.js';
import type { Look } from './state-looks.js';
import { StateTag } from './state-tag.js';

const LOOKS: Readonly<Record<TermView['standing'], Look>> = { coming: 'waiting', held: 'done', ended: 'locked' };

/** The posts of a person over time, newest first, each with the button that ends it. */
@Component({
  selector: 'app-post-terms',
  imports: [MatButton, StateTag],
  template: `
    <ul>
      @for (post of posts(); track post.id) {
        <li class="line">
          <div class="grow">
            <p>
              <b>{{ post.roleName }}</b>
              @if (more(post); as words) {
                <span class="muted"> · {{ words }}</span>
              }
            </p>
            <p class="hint">{{ days(post) }}</p>
          </div>
          <app-state-tag [look]="looks[post.standing]" [text]="words[post.standing]" />
          @if (ends() && post.standing !== 'ended') {
            <button matButton="outlined" type="button" (click)="end.emit(post)">
              <span i18n="@@person.endPost">Kết thúc</span><span class="vh"> {{ post.roleName }} {{ more(post) }}</span>
            </button>
          }
        </li>
      } @empty {
        <li class="muted" i18n="@@person.noPosts">Chưa được giao chức danh nào.</li>
      }
    </ul>
  `,
  styles: `
    li {
      padding-block: var(--td-space-3);
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .grow {
      flex: 1 1 16rem;
    }
  `,
})
export class PostTerms {
  readonly posts = input.required<readonly TermView[]>();
  /** Whether the reader may end posts of this person. */
  readonly ends = input(false);
  readonly end = output<TermView>();
  private readonly language = inject(LANGUAGE);
  private readonly where = inject(Where);
  protected readonly looks = LOOKS;
  protected readonly words: Readonly<Record<TermView['standing'], string>> = {
    coming: $localize`:@@person.coming:Chưa bắt đầu`,
    held: $localize`:@@person.held:Đang giữ`,
    ended: $localize`:@@person.ended:Đã kết thúc`,
  };

  /** Title, unit, bloc and year where they say more than the post's own name. */
  protected more({ roleName, title, unitName, blocSlug, year }: TermView): string {
    return [title === roleName ? null : title, unitName, this.where.nameOf(blocSlug), year].filter(Boolean).join(' · ');
  }

  protected days({ from, to }: TermView): string {
    const first = dayInWords(from, this.language);
    return to
      ? $localize`:@@person.fromTo:Từ ${first}:from: đến hết ${dayInWords(to, this.language)}:to:`
      : $localize`:@@person.fromOn:Từ ${first}:from:`;
  }
}
