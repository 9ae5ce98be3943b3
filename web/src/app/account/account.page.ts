import { Component, computed, inject } from '@angular/core';
import type { PostView } from '@thidua/workflows/account/account.schema';
import type { StandIn } from '@thidua/workflows/actor';
import { mannerWords } from '@thidua/workflows/substitution/substitution.words';
import { dayInWords, instantInWords } from '../platform/dates.js';
import { focusFragment } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Where } from '../platform/where.js';
import { PostTerms } from '../ui/post-terms.js';
import { Region } from '../ui/region.js';
import { AccountApi } from './account.api.js';
import { DisplayPanel } from './display-panel.js';
import { FactorPanel } from './factor-panel.js';
import { SubstitutionPanel } from '../substitution/substitution-panel.js';
import { PasswordForm } from './password-form.js';
import { SessionListing } from './session-list.js';

/** The own account (S27): who one is, the posts held today, how the pages look, the password. */
@Component({
  selector: 'app-account-page',
  imports: [DisplayPanel, FactorPanel, PasswordForm, SessionListing, SubstitutionPanel, PostTerms, Region],
  template: `
    <div class="page-head"><h1 i18n="@@account.title">Tài khoản</h1></div>
    @if (session.me(); as me) {
      <div class="stack">
        <section class="card pad" aria-labelledby="who">
          <h2 id="who">{{ me.name }}</h2>
          <p class="muted">{{ me.email }}</p>
        </section>
        <section class="card" aria-labelledby="posts">
          <header>
            <h2 id="posts" i18n="@@account.posts">Chức danh đang giữ</h2>
            <span class="small muted" i18n="@@account.today"
              >Tính đến
              {{
                today(me.today) // i18n(ph="today")
              }}</span
            >
          </header>
          <ul class="pad">
            @for (post of me.posts; track $index) {
              <li>
                <b>{{ post.roleName }}</b> <span class="muted">{{ more(post) }}</span>
              </li>
            } @empty {
              <li i18n="@@account.noPosts">
                Hôm nay ông/bà không giữ chức danh nào: chưa được giao, chưa đến ngày bắt đầu, hoặc nhiệm kỳ đã hết. Hỏi Thư ký Hội đồng
                hoặc quản trị hệ thống.
              </li>
            }
          </ul>
        </section>
        <section class="card" aria-labelledby="terms">
          <header><h2 id="terms" i18n="@@term.title">Nhiệm kỳ của các chức danh</h2></header>
          <div class="pad">
            <app-region [of]="terms" [lines]="3">
              @if (terms.value(); as list) {
                <app-post-terms [posts]="list.items" />
              }
            </app-region>
          </div>
        </section>
        @for (province of provinces(); track province) {
          <section class="card" aria-labelledby="substitution-heading">
            <header><h2 id="substitution-heading" i18n="@@substitution.title">Người thay: ký thay, thừa ủy quyền</h2></header>
            <div class="pad"><app-substitution-panel [province]="province" /></div>
          </section>
        }
        <section class="card" aria-labelledby="display-heading">
          <header><h2 id="display-heading" i18n="@@display.title">Hiển thị</h2></header>
          <div class="pad"><app-display-panel /></div>
        </section>
        <section class="card" aria-labelledby="password-heading">
          <header><h2 id="password-heading" i18n="@@account.password">Đổi mật khẩu</h2></header>
          <div class="pad form"><app-password-form /></div>
        </section>
        <section class="card" aria-labelledby="factor-heading">
          <header><h2 id="factor-heading" i18n="@@account.factor">Xác thực hai bước</h2></header>
          <div class="pad form"><app-factor-panel /></div>
        </section>
        <section class="card" aria-labelledby="sessions-heading">
          <header><h2 id="sessions-heading" i18n="@@account.sessions">Nơi đang đăng nhập</h2></header>
          <div class="pad"><app-session-list /></div>
        </section>
      </div>
    }
  `,
  styles: `
    .form {
      max-width: 34rem;
    }
    li {
      padding: 0.4rem 0;
    }
  `,
})
export class AccountPage {
  protected readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);
  private readonly where = inject(Where);
  protected readonly terms = inject(AccountApi).terms();
  /** Where the reader holds a post of a unit: there somebody may stand in for them, or they for somebody. */
  protected readonly provinces = computed(() => [
    ...new Set((this.session.me()?.posts ?? []).flatMap(({ provinceId, unitId }) => (unitId && provinceId ? [provinceId] : []))),
  ]);
  /** Title, unit, bloc and year where they say more than the post's own name. */
  protected readonly more = ({ roleName, title, unitName, blocSlug, year, standsFor }: PostView) =>
    [title === roleName ? null : title, unitName, this.where.nameOf(blocSlug), year, standsFor && this.instead(standsFor)]
      .filter(Boolean)
      .map((part) => ` · ${part}`)
      .join('');
  private readonly instead = ({ manner, name, until }: StandIn) =>
    $localize`:@@account.instead:${mannerWords[manner][this.language]}:manner: ${name}:principal: đến ${instantInWords(until, this.language)}:until:`;
  protected readonly today = (day: string) => dayInWords(day, this.language);

  constructor() {
    focusFragment(() => this.terms.hasValue());
  }
}
