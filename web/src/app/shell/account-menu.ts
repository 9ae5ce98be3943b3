import { Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { PostView } from '@thidua/workflows/account/account.schema';
import { Capacity } from '../platform/capacity.js';
import { Session } from '../platform/session.js';
import { Disclosure } from '../ui/disclosure.js';
import { SelectField } from '../ui/select-field.js';

/** `Chủ tịch`, in another's stead `KT. Chủ tịch`. */
const titleOf = ({ title, standsFor }: PostView): string => (standsFor ? `${standsFor.manner}. ${title}` : title);

/** Who is signed in, in which capacity they act, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Disclosure, MatButton, RouterLink, SelectField],
  template: `
    @if (session.me(); as me) {
      <app-disclosure panelId="account-panel" class="right">
        <span trigger class="who">
          <span class="initials" aria-hidden="true">{{ initials() }}</span>
          <span class="words vh-narrow">
            <span class="vh" i18n="@@accountMenu.label">Tài khoản: </span>
            <b>{{ capacityName() }}</b>
            <small>{{ unitName() ?? me.name }}</small>
          </span>
        </span>
        <div panel class="stack">
          <p>
            <b>{{ me.name }}</b><br /><span class="muted">{{ me.email }}</span>
          </p>
          @if (session.posts().length > 1) {
            <app-select-field
              fieldId="acting-as"
              i18n-label="@@accountMenu.capacity"
              label="Đang làm việc với tư cách"
              i18n-hint="@@accountMenu.capacityHint"
              hint="Tư cách được ghi vào lịch sử hồ sơ."
              [options]="capacities()"
              [value]="capacity.chosen() ?? ''"
              (valueChange)="capacity.choose($event || null)"
            />
          }
          <p><a routerLink="/account" (click)="close()" i18n="@@accountMenu.account">Tài khoản và mật khẩu</a></p>
          <p><a routerLink="/handbook" (click)="close()" i18n="@@handbook.title">Sổ tay</a></p>
          <button matButton="outlined" type="button" (click)="signOut()" i18n="@@accountMenu.signOut">Đăng xuất</button>
        </div>
      </app-disclosure>
    }
  `,
  styles: `
    .who {
      display: flex;
      align-items: center;
      gap: 0.6rem;
    }
    .initials {
      display: grid;
      place-items: center;
      flex: none;
      width: 2.25rem;
      height: 2.25rem;
      border: 1.5px solid color-mix(in srgb, var(--td-on-bar) 60%, transparent);
      border-radius: 99px;
      font-weight: 600;
      font-size: 0.9375rem;
    }
    .words :is(b, small) {
      display: block;
      max-width: 14rem;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* Beside the whole menu the bar has room for the longest capacity. */
    @media (min-width: 1241px) {
      .words :is(b, small) {
        max-width: min(22rem, 25vw);
      }
    }
    small {
      color: var(--td-on-bar-variant);
      font-size: 0.875rem;
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly capacity = inject(Capacity);
  private readonly router = inject(Router);
  private readonly disclosure = viewChild(Disclosure);
  private readonly shown = computed(() => this.session.post() ?? this.session.posts()[0] ?? null);
  protected readonly capacityName = computed(() => {
    const post = this.shown();
    return post ? titleOf(post) : (this.session.me()?.name ?? '');
  });
  protected readonly unitName = computed(() => this.shown()?.unitName ?? null);
  protected readonly initials = computed(() =>
    (this.session.me()?.name ?? '')
      .split(/\s+/)
      .slice(-2)
      .map((word) => word.charAt(0).toUpperCase())
      .join(''),
  );
  protected readonly capacities = computed(() => [
    { value: '', name: $localize`:@@accountMenu.all:Mọi chức danh đang giữ` },
    ...this.session.posts().map((post) => ({ value: post.id, name: this.nameOf(post) })),
  ]);

  /** A post by title and unit; one that is another's says whose. */
  private nameOf(post: PostView): string {
    const name = [titleOf(post), post.unitName].filter(Boolean).join(', ');
    return post.standsFor ? $localize`:@@accountMenu.instead:${name}:post: (thay ${post.standsFor.name}:principal:)` : name;
  }

  protected close(): void {
    this.disclosure()?.close(false);
  }

  protected async signOut(): Promise<void> {
    this.close();
    const told = await this.session.signOut();
    await this.router.navigate(['/sign-in'], { state: { sent: told ? null : 'untold' } });
  }
}
