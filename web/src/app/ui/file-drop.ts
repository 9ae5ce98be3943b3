import { Component, computed, inject, input, output, signal } from '@angular/core';
import { fileSize } from '../platform/file-size.js';
import { LANGUAGE } from '../platform/language.js';
import { describedBy, FieldFrame } from './field-frame.js';

/** Where a file is chosen, or dropped (ux.md P21): the button first. What cannot be taken is refused before anything is sent, by its name. */
@Component({
  selector: 'app-file-drop',
  imports: [FieldFrame],
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'hover($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
  template: `
    <app-field-frame [fieldId]="fieldId()" [label]="label()" [hint]="hint()" [error]="fault()">
      <span class="line">
        <!-- The browser's own button speaks its own language: this one stands for it, and the field itself has the focus. -->
        <input
          class="vh"
          type="file"
          [id]="fieldId()"
          [accept]="kinds().join(',')"
          [attr.aria-invalid]="fault() ? 'true' : null"
          [attr.aria-describedby]="described()"
          (click)="forget($event)"
          (change)="choose($event)"
        />
        <label class="pick" [for]="fieldId()" i18n="@@fileDrop.pick">Chọn tệp</label>
      </span>
      <span class="hint drag" i18n="@@fileDrop.drag">Hoặc kéo tệp thả vào khung này.</span>
    </app-field-frame>
    <p role="status" class="hint">{{ taken() }}</p>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--td-space-4);
      border: 1px dashed var(--mat-sys-outline);
      border-radius: var(--mat-sys-corner-small);
    }
    :host(.over) {
      border-style: solid;
      background: var(--mat-sys-secondary-container);
    }
    .pick {
      display: inline-flex;
      align-items: center;
      min-height: var(--td-target);
      padding: 0 var(--td-space-4);
      border: 1px solid var(--mat-sys-outline);
      border-radius: var(--mat-sys-corner-small);
      color: var(--td-link);
      font: var(--mat-sys-label-large);
      cursor: pointer;
    }
    input:focus-visible + .pick {
      outline: var(--td-focus-width) solid var(--td-focus);
      outline-offset: var(--td-focus-offset);
    }
    @media (pointer: coarse) {
      .drag {
        display: none;
      }
    }
  `,
})
export class FileDrop {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  /** The endings that are taken, each with its dot, and kinds as the browser names them. */
  readonly kinds = input.required<readonly string[]>();
  /** Bytes that a file may have at most. */
  readonly most = input.required<number>();
  readonly chosen = output<File>();
  private readonly language = inject(LANGUAGE);
  protected readonly over = signal(false);
  protected readonly fault = signal<string | null>(null);
  protected readonly taken = signal('');
  protected readonly described = computed(() => describedBy(this.fieldId(), { hint: this.hint(), error: this.fault() }));
  private readonly endings = computed(() => this.kinds().filter((kind) => kind.startsWith('.')));

  /** A page that takes no notice would open the file in its own place. */
  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files);
  }

  protected choose(event: Event): void {
    this.take((event.target as HTMLInputElement).files);
  }

  /** The same name may be chosen once more: a browser tells of no change then. */
  protected forget(event: Event): void {
    (event.target as HTMLInputElement).value = '';
  }

  private take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (!file) return;
    const fault = this.faultOf(file, files.length);
    this.fault.set(fault);
    this.taken.set(fault ? '' : $localize`:@@fileDrop.taken:Đã chọn ${file.name}:file: (${fileSize(file.size, this.language)}:size:).`);
    if (!fault) this.chosen.emit(file);
  }

  private faultOf({ name, size }: File, count: number): string | null {
    if (count > 1) return $localize`:@@fileDrop.one:Mỗi lần chọn một tệp. Ông/bà vừa thả ${count}:count: tệp.`;
    const endings = this.endings();
    if (!endings.some((ending) => name.toLowerCase().endsWith(ending)))
      return $localize`:@@fileDrop.kind:Không nhận loại tệp của “${name}:file:”. Chọn tệp ${endings.join(', ')}:endings:.`;
    if (size > this.most())
      return $localize`:@@fileDrop.large:Tệp “${name}:file:” ${fileSize(size, this.language)}:size:, tối đa ${fileSize(this.most(), this.language)}:most:. Tách tệp rồi chọn lại.`;
    return null;
  }
}
