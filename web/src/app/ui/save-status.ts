import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Announcer } from '../platform/announcer.js';
import type { SaveState } from '../platform/autosave.js';
import { timeInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Icon } from './icon.js';
import type { IconName } from './icon-paths.js';

/** One line on how the draft is saved (ux.md P4): `[state]="autosave.state()"`. Spoken at most once a minute; trouble at once. */
@Component({
  selector: 'app-save-status',
  imports: [Icon, RouterLink],
  template: `
    @if (words(); as said) {
      <span [class.bad]="bad()"><app-icon [name]="icon()" />{{ said }}</span>
    }
    @if (state().kind === 'ended') {
      &ngsp;<a class="small" routerLink="/sign-in" [queryParams]="{ next: router.url }" (click)="session.ended()" i18n="@@problem.signIn"
        >Đăng nhập lại</a
      >
    }
    <span class="vh" role="alert">{{ bad() ? words() : '' }}</span>
  `,
  styles: `
    span {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    .bad {
      color: var(--td-warn);
      font-weight: 600;
    }
  `,
})
export class SaveStatus {
  readonly state = input.required<SaveState>();
  protected readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);
  protected readonly bad = computed(() => ['cut', 'ended', 'stale', 'refused'].includes(this.state().kind));
  protected readonly icon = computed<IconName>(() => (this.bad() ? 'warning' : this.state().kind === 'saved' ? 'cloud_done' : 'edit_note'));
  protected readonly words = computed(() => this.sentence(this.state()));

  constructor() {
    const announcer = inject(Announcer);
    effect(() => {
      const sentence = this.state().kind === 'saved' ? this.words() : null;
      if (sentence) untracked(() => announcer.sayNowAndThen('saved', sentence));
    });
  }

  private sentence(state: SaveState): string | null {
    switch (state.kind) {
      case 'clean':
        return null;
      case 'changed':
        return $localize`:@@save.changed:Chưa lưu thay đổi`;
      case 'incomplete':
        return $localize`:@@save.incomplete:Chưa lưu: còn mục chưa điền đủ. Chữ đã gõ được giữ trên máy này.`;
      case 'saving':
        return $localize`:@@save.saving:Đang lưu`;
      case 'saved':
        return $localize`:@@save.saved:Đã lưu lúc ${timeInWords(state.at, this.language)}:time:, chưa gửi`;
      case 'cut':
        return $localize`:@@save.cut:Mất kết nối. Chữ đang gõ được giữ trên máy này và tự lưu khi có mạng.`;
      case 'ended':
        return $localize`:@@save.ended:Phiên làm việc đã hết. Chữ đã gõ được giữ trên máy này; đăng nhập lại để lưu.`;
      case 'stale':
        return $localize`:@@save.stale:Chưa lưu: có người vừa sửa bản này. Chọn bên dưới.`;
      case 'refused':
        return $localize`:@@save.refused:Chưa lưu: ${state.problem.detail}:detail:`;
    }
  }
}
