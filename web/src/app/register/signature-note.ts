import { Component, computed, inject, input } from '@angular/core';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { DocumentApi } from './document.api.js';

/** What an independent check says of the signature, in words: whether it holds, who signed, for whom, when, by whose certificate. */
@Component({
  selector: 'app-signature-note',
  imports: [Icon, Region],
  template: `
    <section class="card pad" aria-labelledby="signature-heading">
      <h2 id="signature-heading" i18n="@@signature.title">Chữ ký số</h2>
      <app-region [of]="report" [lines]="12">
        @if (report.value(); as read) {
          <div class="note" [class.good]="read.valid" [class.error]="!read.valid">
            <app-icon [name]="read.valid ? 'check_circle' : 'error'" />
            <p>
              <b>{{ verdict() }}</b>
              @for (need of read.needs; track need.code) {
                <br />{{ need.detail }} {{ need.next }}
              }
            </p>
          </div>
          @if (read.development) {
            <p class="development">
              <app-icon name="warning" />
              <span i18n="@@signature.development">Chứng thư phát triển: chữ ký này không có giá trị ngoài bản mẫu.</span>
            </p>
          }
          <dl class="facts">
            <dt i18n="@@signature.signer">Người ký</dt>
            <dd>{{ read.signer }}</dd>
            <dt i18n="@@signature.organisation">Cơ quan, tổ chức</dt>
            <dd>{{ read.organisation }}</dd>
            <dt i18n="@@signature.time">Thời điểm ký (giờ thực)</dt>
            <dd>{{ signedAt() }}</dd>
            <dt i18n="@@signature.issuer">Nơi cấp chứng thư</dt>
            <dd>{{ read.issuer }}</dd>
            <dt i18n="@@signature.fingerprint">Dấu vân của chứng thư (SHA-256)</dt>
            <dd class="hash">{{ read.fingerprint }}</dd>
          </dl>
        }
      </app-region>
    </section>
  `,
  styles: `
    h2,
    .note {
      margin-bottom: var(--td-space-3);
    }
    .development {
      display: flex;
      gap: 0.5rem;
      margin-bottom: var(--td-space-3);
    }
    .hash {
      font: var(--mat-sys-body-small);
      word-break: break-all;
    }
  `,
})
export class SignatureNote {
  readonly bloc = input.required<string>();
  readonly id = input.required<string>();
  private readonly language = inject(LANGUAGE);
  protected readonly report = inject(DocumentApi).signature(this.bloc, this.id);
  protected readonly verdict = computed(() => {
    const report = this.report.value();
    if (!report?.valid) return $localize`:@@signature.invalid:Chữ ký không qua được kiểm tra.`;
    return $localize`:@@signature.valid:Chữ ký hợp lệ; văn bản còn nguyên vẹn từ khi ký.`;
  });
  protected readonly signedAt = computed(() => {
    const at = this.report.value()?.signedAt;
    return at ? instantInWords(at, this.language) : '–';
  });
}
