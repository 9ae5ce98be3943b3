import { DOCUMENT } from '@angular/common';
import type { ElementRef } from '@angular/core';
import { Component, DestroyRef, effect, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Announcer } from '../platform/announcer.js';
import { idlenessAfter, isTold } from '../platform/idle.js';
import { remembered } from '../platform/remembered.js';
import { Session } from '../platform/session.js';

const LOOK_EVERY = 5_000;
/** While somebody reads or types without asking the server anything, it is told this often that they are there. */
const TELL_EVERY = 5 * 60_000;
const USES = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * Ends a session that nobody uses and says so before (ux.md P20). Use is a key or a touch, in any window of this browser; pages that
 * ask the server by themselves are no use. Text that was being written stays on the device.
 */
@Component({
  selector: 'app-session-watch',
  imports: [MatButton],
  template: `
    <dialog #box role="alertdialog" aria-labelledby="session-heading" aria-describedby="session-words" (cancel)="use()">
      <h2 id="session-heading" i18n="@@session.ending">Phiên làm việc sắp hết. Ở lại?</h2>
      <p id="session-words">{{ words() }}</p>
      <div class="line">
        <button matButton="filled" type="button" autofocus (click)="use()" i18n="@@session.stay">Ở lại</button>
        <button matButton="outlined" type="button" (click)="leave()" i18n="@@session.leave">Đăng xuất</button>
      </div>
    </dialog>
  `,
  styleUrl: './dialog.scss',
})
export class SessionWatch {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly window = inject(DOCUMENT).defaultView!;
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');
  /** The last use in any window of this browser. */
  private readonly shared = remembered(() => this.window.localStorage, 'thidua.used');
  private used = Date.now();
  private told = Date.now();
  protected readonly minutesLeft = signal<number | null>(null);
  protected readonly words = () =>
    $localize`:@@session.left:Còn ${this.minutesLeft() ?? 0}:minutes: phút. Bấm phím bất kỳ để ở lại; chữ đang soạn được giữ trên máy này.`;

  constructor() {
    const uses = (): void => this.use();
    for (const name of USES) this.window.document.addEventListener(name, uses, { capture: true, passive: true });
    const timer = this.window.setInterval(() => void this.look(), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => {
      this.window.clearInterval(timer);
      for (const name of USES) this.window.document.removeEventListener(name, uses, { capture: true });
    });
    effect(() => {
      const box = this.box().nativeElement;
      if (this.minutesLeft() !== null && !box.open) box.showModal();
      if (this.minutesLeft() === null && box.open) box.close();
    });
  }

  /** Somebody is there. */
  protected use(): void {
    this.used = Date.now();
    this.shared.write(String(this.used));
    this.minutesLeft.set(null);
    if (this.used - this.told > TELL_EVERY) void this.tell();
  }

  protected async leave(): Promise<void> {
    this.minutesLeft.set(null);
    const next = this.router.url;
    await this.session.signOut();
    await this.router.navigate(['/sign-in'], { queryParams: { next } });
  }

  private async look(): Promise<void> {
    this.used = Math.max(this.used, Number(this.shared.read() ?? 0));
    const { minutesLeft, ended } = idlenessAfter(Date.now() - this.used);
    if (ended) return this.leave();
    const before = this.minutesLeft();
    this.minutesLeft.set(minutesLeft);
    if (isTold(minutesLeft, before)) this.announcer.say(this.words());
  }

  private tell(): Promise<void> {
    this.told = this.used;
    return this.session.stay();
  }
}
