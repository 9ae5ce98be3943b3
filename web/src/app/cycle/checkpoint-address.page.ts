import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CheckpointAddress, CheckpointAddressView } from '@thidua/workflows/checkpoint/checkpoint.schema';
import { inBloc } from '../platform/addresses.js';
import { Announcer } from '../platform/announcer.js';
import { Api } from '../platform/api.js';
import { faultsOfShape } from '../platform/faults.js';
import { problemOf } from '../platform/problem.js';
import { Crumbs } from '../ui/crumbs.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { Region } from '../ui/region.js';
import { TextField } from '../ui/text-field.js';

/** Where the day's checkpoint of a bloc's journal is written to: somebody outside, who can prove later what stood. */
@Component({
  selector: 'app-checkpoint-address-page',
  imports: [Crumbs, ErrorSummary, MatButton, Region, TextField],
  template: `
    <app-crumbs [above]="above()" />
    <app-error-summary [corrections]="corrections()" />
    <h1 i18n="@@checkpoint.title">Nơi nhận mốc nhật ký</h1>
    <p class="lede" i18n="@@checkpoint.lede">
      Mỗi ngày chương trình lập một mốc đã ký trên toàn bộ nhật ký của Khối. Gửi mốc đến một địa chỉ ngoài hệ thống thì về sau chứng minh
      được nhật ký chưa bị sửa.
    </p>
    <app-region [of]="standing" [lines]="4">
      @if (standing.value()) {
        <form class="card pad stack section" novalidate (submit)="save($event)">
          <app-text-field
            fieldId="checkpoint-address"
            type="email"
            autocomplete="email"
            i18n-label="@@checkpoint.address"
            label="Địa chỉ e-mail"
            i18n-hint="@@checkpoint.hint"
            hint="Nên là người giữ hồ sơ ở cơ quan khác. Để trống thì không gửi cho ai."
            [error]="fault()"
            [(value)]="address"
          />
          <div class="line">
            <button matButton="filled" type="submit" disabledInteractive [aria-disabled]="busy()" i18n="@@checkpoint.save">
              Lưu nơi nhận
            </button>
            <span class="hint">{{ done() }}</span>
          </div>
        </form>
      }
    </app-region>
  `,
})
export class CheckpointAddressPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly standing = this.api.read(() => this.place(), CheckpointAddressView);
  protected readonly address = linkedSignal(() => this.standing.value()?.address ?? '');
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly fault = signal<string | null>(null);
  private readonly refused = signal<readonly Correction[]>([]);
  protected readonly corrections = computed<readonly Correction[]>(() => {
    const text = this.fault();
    return [...(text ? [{ fieldId: 'checkpoint-address', text }] : []), ...this.refused()];
  });

  protected readonly above = computed(() => [{ name: $localize`:@@year.title:Năm thi đua`, link: ['/', this.bloc(), this.year()] }]);

  private place(): string {
    return inBloc(this.bloc(), 'checkpoint-address');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const standing = this.standing.value();
    if (!standing || this.busy()) return;
    this.done.set('');
    this.refused.set([]);
    const told = CheckpointAddress.safeParse({ version: standing.version, address: this.address().trim() || null });
    this.fault.set(told.success ? null : (faultsOfShape(told.error.issues).get('/address') ?? null));
    if (told.success) await this.send(told.data);
  }

  private async send(told: CheckpointAddress): Promise<void> {
    this.busy.set(true);
    try {
      this.standing.set(await this.api.put(this.place(), told, CheckpointAddressView));
      this.done.set(
        told.address
          ? $localize`:@@checkpoint.saved:Đã lưu. Mốc từ nay gửi đến ${told.address}:address:.`
          : $localize`:@@checkpoint.nobody:Đã lưu. Mốc từ nay không gửi cho ai.`,
      );
      this.announcer.say(this.done());
    } catch (error) {
      const problem = problemOf(error);
      this.refused.set([{ fieldId: null, text: `${problem.detail} ${problem.next}` }]);
      if (problem.code === 'stale') this.standing.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
