import { DOCUMENT } from '@angular/common';
import { afterNextRender, Component, computed, EnvironmentInjector, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { handbookPages, pagesFor } from '@thidua/workflows/handbook/handbook.words';
import { Announcer } from '../platform/announcer.js';
import { focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { ProblemNote } from '../ui/problem-note.js';

/** The first steps (S3): three things to do now, above My work, until the reader ends them on all devices (P26: no tour, no dialog). */
@Component({
  selector: 'app-first-steps',
  imports: [MatButton, ProblemNote, RouterLink],
  template: `
    @if (session.me(); as me) {
      <section aria-labelledby="first-steps">
        <h2 id="first-steps" i18n="@@firstSteps.title">Bước đầu: ba việc nên làm ngay</h2>
        <ul>
          <li class="card pad">
            <h3><a routerLink="/account" i18n="@@firstSteps.posts">Kiểm tra tên và chức danh</a></h3>
            <p>
              <b>{{ me.name }}</b>{{ posts() }}.
              <ng-container i18n="@@firstSteps.postsNext">Có gì sai thì báo Thư ký Hội đồng hoặc quản trị.</ng-container>
            </p>
          </li>
          <li class="card pad">
            <h3>
              <a routerLink="/account" fragment="display-heading" i18n="@@firstSteps.display">Chọn cỡ chữ và độ tương phản</a>
            </h3>
            <p i18n="@@firstSteps.displayNext">Chữ lớn hơn, nền tối, tương phản cao: chọn là đổi ngay, trên máy này.</p>
          </li>
          <li class="card pad">
            <h3>
              <a [routerLink]="page() ? ['/handbook', page()] : '/handbook'" i18n="@@firstSteps.handbook">Đọc trang sổ tay của ông/bà</a>
            </h3>
            <p i18n="@@firstSteps.handbookNext">
              {{
                pageName()  // i18n(ph="page")
              }}: việc nào đến lượt mình trong năm, mở ở đâu, bấm gì, sau đó việc đến ai.
            </p>
          </li>
        </ul>
        @if (failure(); as problem) {
          <app-problem-note [problem]="problem" />
        }
        <button matButton="outlined" type="button" disabledInteractive [aria-disabled]="busy()" (click)="end()" i18n="@@firstSteps.end">
          Đã hiểu, ẩn các thẻ này
        </button>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: var(--td-space-6);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
      gap: var(--td-space-3);
      margin-block: var(--td-space-3);
    }
    li p {
      margin-top: 0.25rem;
    }
    @media (max-width: 640px) {
      button {
        width: 100%;
      }
    }
  `,
})
export class FirstSteps {
  protected readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  /** The page's, not this part's own: the part is gone when the focus goes on. */
  private readonly injector = inject(EnvironmentInjector);
  private readonly language = inject(LANGUAGE);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  /** The posts held, each once; duties that follow from a unit's place in a bloc stand on the account page. */
  protected readonly posts = computed(() => {
    const names = this.session.posts().map(({ title, unitName }) => [title, unitName].filter(Boolean).join(', '));
    return names.map((name) => `; ${name}`).join('');
  });
  protected readonly page = computed(() => pagesFor(this.session.me()?.posts ?? [])[0] ?? null);
  protected readonly pageName = computed(() => {
    const page = this.page();
    return page ? handbookPages[page].name[this.language] : $localize`:@@handbook.title:Sổ tay`;
  });

  protected async end(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.session.endFirstSteps();
      this.announcer.say($localize`:@@firstSteps.ended:Đã ẩn các thẻ bước đầu.`);
      // The button that had the focus is gone: the page begins anew.
      afterNextRender({ read: () => focusPlace(this.document, 'main h1') }, { injector: this.injector });
    } catch (refusal) {
      this.failure.set(refusal);
    } finally {
      this.busy.set(false);
    }
  }
}
