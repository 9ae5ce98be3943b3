import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
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
      <!-- What stands outside an open dialog is not read to anybody, so the minutes are told inside it. -->
      <p class="vh" role="status">{{ lately() }}</p>
      <div class="line">
        <button matButton="filled" type="button" autofocus (click)="use()" i18n="@@session.stay">Ở lại</button>
        <button #out matButton="outlined" type="button" (click)="leave()" i18n="@@session.leave">Đăng xuất</button>
      </div>
    </dialog>
  `,
  styleUrl: './dialog.scss',
})
export class SessionWatch {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView!;
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');
  private readonly out = viewChild.required<unknown, ElementRef<HTMLElement>>('out', { read: ElementRef });
  /** The last use in any window of this browser. */
  private readonly shared = remembered(() => this.window.localStorage, 'thidua.used');
  private used = Date.now();
  private told = Date.now();
  protected readonly minutesLeft = signal<number | null>(null);
  /** What was told last to whoever does not see the minutes pass. */
  protected readonly lately = signal('');
  protected readonly words = () =>
    $localize`:@@session.left:Còn ${this.minutesLeft() ?? 0}:minutes: phút. Chạm màn hình hoặc bấm phím bất kỳ để ở lại; chữ đang soạn được giữ trên máy này.`;

  constructor() {
    const uses = (event: Event): void => {
      if (!this.reachesOut(event)) this.use();
    };
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
    this.lately.set('');
    if (this.used - this.told > TELL_EVERY) void this.tell();
  }

  /** @param why what the page of sign-in says of it */
  protected async leave(why?: 'idle'): Promise<void> {
    this.minutesLeft.set(null);
    const next = this.router.url;
    const told = await this.session.signOut();
    await this.router.navigate(['/sign-in'], { queryParams: { next }, state: { sent: told ? why : 'untold' } });
  }

  /** Whoever reaches for the way out of the dialog does not wish to stay; Tab leads there. */
  private reachesOut(event: Event): boolean {
    if (this.minutesLeft() === null) return false;
    return (event instanceof KeyboardEvent && event.key === 'Tab') || this.out().nativeElement.contains(event.target as Node);
  }

  private async look(): Promise<void> {
    this.used = Math.max(this.used, Number(this.shared.read() ?? 0));
    const { minutesLeft, ended } = idlenessAfter(Date.now() - this.used);
    if (ended) return this.leave('idle');
    const before = this.minutesLeft();
    this.minutesLeft.set(minutesLeft);
    if (isTold(minutesLeft, before)) this.lately.set(this.words());
  }

  private tell(): Promise<void> {
    this.told = this.used;
    return this.session.stay();
  }
}
