import { DOCUMENT } from '@angular/common';
import { Component, inject } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { DevelopmentBanner } from '../development/development-banner.js';
import { focusPlace } from '../platform/heading-focus.js';
import { Refusal, type ProblemBody } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { ProblemNote } from '../ui/problem-note.js';
import { AccountMenu } from './account-menu.js';
import { LanguageLink } from './language-link.js';
import { MainMenu } from './main-menu.js';
import { OfflineBanner } from './offline-banner.js';
import { PlaceSwitcher } from './place-switcher.js';
import { ProofDialog } from './proof-dialog.js';
import { SearchEntry } from './search-entry.js';
import { SessionWatch } from './session-watch.js';
import { ToastList } from './toast-list.js';
import { UpgradeBanner } from './upgrade-banner.js';

/** The frame of every page: ink bar, banners, menu, the page itself. */
@Component({
  selector: 'app-shell',
  imports: [
    AccountMenu,
    DevelopmentBanner,
    LanguageLink,
    MainMenu,
    OfflineBanner,
    PlaceSwitcher,
    ProblemNote,
    ProofDialog,
    RouterLink,
    RouterOutlet,
    SearchEntry,
    SessionWatch,
    ToastList,
    UpgradeBanner,
  ],
  template: `
    <a class="skip" href="#main" (click)="skip($event)" i18n="@@shell.skip">Đến nội dung chính</a>
    <header class="bar no-print">
      <a class="mark" routerLink="/work" i18n-aria-label="@@shell.mark" aria-label="Thi Đua, về Việc của tôi">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 2h2v20H4zM7.500 3H21l-4.200 5 4.200 5H7.500z" /></svg>
        <span>Thi Đua</span>
      </a>
      @if (session.me()) {
        <app-place-switcher />
      }
      <span class="grow"></span>
      @if (session.me()) {
        <app-search-entry />
      } @else {
        <a class="help" routerLink="/handbook" i18n="@@handbook.title">Sổ tay</a>
      }
      <app-language-link />
      @if (session.me()) {
        <app-account-menu />
      }
    </header>
    <app-offline-banner />
    <app-upgrade-banner />
    <app-toast-list />
    @if (session.me(); as me) {
      <app-session-watch />
      <app-proof-dialog />
      @if (me.mode === 'development') {
        <app-development-banner [today]="me.today" />
      }
    }
    <div class="frame" [class.alone]="!session.me()">
      @if (session.me()) {
        <app-main-menu />
      }
      <main id="main" tabindex="-1">
        @if (session.trouble(); as trouble) {
          <h1 i18n="@@shell.trouble">Chưa mở được chương trình</h1>
          <app-problem-note [problem]="failure(trouble)" [again]="true" (retry)="again()" />
        } @else {
          <router-outlet />
        }
      </main>
    </div>
  `,
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  protected readonly failure = (problem: ProblemBody) => new Refusal(problem);

  protected skip(event: Event): void {
    event.preventDefault();
    focusPlace(this.document, '#main');
  }

  /** Loads the page anew: guards and session are asked again. */
  protected again(): void {
    this.document.location.reload();
  }
}
