import { afterRenderEffect, Component, computed, DestroyRef, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PROOF_MINUTES } from '@thidua/workflows/account/proof';
import { FreshProof } from '../platform/fresh-proof.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { TextField } from '../ui/text-field.js';

/** Asks whoever sits here to prove that it is them, before what an open session alone cannot do; what was pressed then goes on. */
@Component({
  selector: 'app-proof-dialog',
  imports: [MatButton, TextField],
  templateUrl: './proof-dialog.html',
  styleUrl: './dialog.scss',
})
export class ProofDialog {
  private readonly proofs = inject(FreshProof);
  protected readonly session = inject(Session);
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');
  protected readonly asked = this.proofs.asked;
  protected readonly entered = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly byCode = computed(() => this.asked() === 'code');
  protected readonly words = computed(() =>
    this.byCode()
      ? $localize`:@@proof.byCode:Đã quá ${PROOF_MINUTES}:minutes: phút kể từ lần xác nhận trước. Nhập mã của ứng dụng xác thực; việc vừa bấm sẽ được làm tiếp.`
      : $localize`:@@proof.byPassword:Đã quá ${PROOF_MINUTES}:minutes: phút kể từ lần xác nhận trước. Nhập mật khẩu; việc vừa bấm sẽ được làm tiếp.`,
  );

  constructor() {
    // After drawing, so that the field is there to take the focus.
    afterRenderEffect(() => {
      const box = this.box().nativeElement;
      if (this.asked() && !box.open) box.showModal();
      if (!this.asked() && box.open) box.close();
    });
    inject(DestroyRef).onDestroy(() => this.drop()); // whoever has signed out answers nothing any more
  }

  protected drop(): void {
    this.forget();
    this.proofs.drop();
  }

  protected async prove(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    // A password may begin or end with a space.
    const entered = this.byCode() ? this.entered().trim() : this.entered();
    if (entered === '') return this.refuse(this.missing());
    this.busy.set(true);
    this.fault.set(null);
    try {
      await this.proofs.prove(entered);
      this.forget();
    } catch (error) {
      const problem = problemOf(error);
      this.refuse(`${problem.detail} ${problem.next}`);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): string {
    return this.byCode() ? $localize`:@@factor.noCode:Nhập mã.` : $localize`:@@signIn.noPassword:Nhập mật khẩu.`;
  }

  /** Says what is wrong beside the field, and leads back to it. */
  private refuse(text: string): void {
    this.fault.set(text);
    this.box().nativeElement.querySelector<HTMLElement>('#proof')?.focus();
  }

  private forget(): void {
    this.entered.set('');
    this.fault.set(null);
  }
}
