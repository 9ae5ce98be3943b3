import { Component, inject } from '@angular/core';
import { Announcer } from '../platform/announcer.js';
import { COLOURS, Display, type Colours, type TextSize } from '../platform/display.js';

/** How the pages look on this device: colours and size of letters. A choice applies at once; each shows a sentence as it would be. */
@Component({
  selector: 'app-display-panel',
  template: `
    <p class="hint" i18n="@@display.hint">Áp dụng ngay, và được nhớ trên máy này; máy khác không đổi.</p>
    <fieldset>
      <legend class="label" i18n="@@display.colours">Màu</legend>
      <div class="choices">
        @for (choice of colours; track choice.value) {
          <label class="choice">
            <input
              type="radio"
              name="display-colours"
              [checked]="choice.value === display.colours()"
              (change)="chooseColours(choice.value, choice.name)"
            />
            <span
              ><b>{{ choice.name }}</b>
              <span class="sample" [attr.data-theme]="choice.switches.theme" [attr.data-contrast]="choice.switches.contrast">{{
                choice.sample
              }}</span></span
            >
          </label>
        }
      </div>
    </fieldset>
    <fieldset>
      <legend class="label" i18n="@@display.text">Cỡ chữ</legend>
      <div class="choices">
        @for (choice of sizes; track choice.value) {
          <label class="choice">
            <input
              type="radio"
              name="display-text"
              [checked]="choice.value === display.text()"
              (change)="chooseText(choice.value, choice.name, $event)"
            />
            <span
              ><b>{{ choice.name }}</b>
              <span class="sized"
                ><span [class]="choice.value" i18n="@@display.sample">Đơn vị gửi bản đăng ký trước ngày 31 tháng 3.</span></span
              ></span
            >
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      margin-top: var(--td-space-4);
    }
    legend {
      margin-bottom: var(--td-space-2);
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
      gap: var(--td-space-3);
    }
    .sample,
    .sized {
      display: block;
      margin-top: var(--td-space-2);
    }
    .sample {
      padding: 0.5rem 0.7rem;
      border: 1px solid var(--mat-sys-outline);
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface);
      color: var(--mat-sys-on-surface);
    }
    /* The size that the browser is set to, whatever the page has now: the page's own text is 1.0625 of it. */
    .sized {
      font-size: medium;
    }
    .normal {
      font-size: 1.0625em;
    }
    .large {
      font-size: 1.328em;
    }
    .larger {
      font-size: 1.594em;
    }
  `,
})
export class DisplayPanel {
  protected readonly display = inject(Display);
  private readonly announcer = inject(Announcer);

  protected readonly colours = [
    colour('device', $localize`:@@display.device:Theo máy`, $localize`:@@display.deviceSample:Sáng hay tối như máy này đang đặt.`),
    colour('light', $localize`:@@display.light:Sáng`, $localize`:@@display.lightSample:Chữ sẫm trên nền sáng.`),
    colour('dark', $localize`:@@display.dark:Tối`, $localize`:@@display.darkSample:Chữ sáng trên nền tối.`),
    colour(
      'contrast-light',
      $localize`:@@display.contrastLight:Tương phản cao, sáng`,
      $localize`:@@display.contrastLightSample:Chữ đen trên nền trắng, viền đậm.`,
    ),
    colour(
      'contrast-dark',
      $localize`:@@display.contrastDark:Tương phản cao, tối`,
      $localize`:@@display.contrastDarkSample:Chữ trắng trên nền đen, viền đậm.`,
    ),
  ];
  protected readonly sizes: readonly { readonly value: TextSize; readonly name: string }[] = [
    { value: 'normal', name: $localize`:@@display.normal:Thường` },
    { value: 'large', name: $localize`:@@display.large:Lớn` },
    { value: 'larger', name: $localize`:@@display.larger:Rất lớn` },
  ];

  protected chooseColours(colours: Colours, name: string): void {
    this.display.chooseColours(colours);
    this.announcer.say($localize`:@@display.coloursDone:Đã đổi màu: ${name}:name:.`);
  }

  /** Letters of another size move the page: what was chosen stays in sight. */
  protected chooseText(size: TextSize, name: string, { target }: Event): void {
    this.display.chooseText(size);
    this.announcer.say($localize`:@@display.textDone:Đã đổi cỡ chữ: ${name}:name:.`);
    if (target instanceof HTMLElement) target.closest('.choice')?.scrollIntoView({ block: 'nearest' });
  }
}

/** Colours to choose, with the switches that their sample bears. */
const colour = (value: Colours, name: string, sample: string) => ({ value, name, sample, switches: { ...NONE, ...COLOURS[value] } });
const NONE = { theme: null, contrast: null };
