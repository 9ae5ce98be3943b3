import { afterNextRender, Component, ElementRef, inject, Injector, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Faults } from '../platform/faults.js';
import { AreaField } from './area-field.js';
import { Icon } from './icon.js';

/** Paragraphs in their order: each a field with buttons that move it up, down or away; nothing is dragged. `[(paragraphs)]`, `(blurred)`. */
@Component({
  selector: 'app-paragraphs-field',
  imports: [AreaField, Icon, MatButton],
  template: `
    <div class="stack">
      @for (paragraph of paragraphs(); track $index) {
        <div class="paragraph">
          <app-area-field
            [fieldId]="idOf($index)"
            [label]="labelOf($index)"
            [hint]="paragraph.trim() ? null : (guides()[$index] ?? null)"
            [rows]="rows()"
            [most]="4000"
            [error]="faults().get(pointer() + '/' + $index)"
            [value]="paragraph"
            (valueChange)="change($index, $event)"
            (blurred)="blurred.emit()"
          />
          <p class="line moves no-print">
            @if (!$first) {
              <button matButton="text" type="button" class="small-button up" (click)="move($index, -1)">
                <app-icon name="arrow_upward" /><span i18n="@@paragraphs.up">Lên</span><span class="vh">: {{ labelOf($index) }}</span>
              </button>
            }
            @if (!$last) {
              <button matButton="text" type="button" class="small-button down" (click)="move($index, 1)">
                <app-icon name="arrow_downward" /><span i18n="@@paragraphs.down">Xuống</span><span class="vh">: {{ labelOf($index) }}</span>
              </button>
            }
            <button matButton="text" type="button" class="small-button" (click)="remove($index)">
              <app-icon name="close" /><span i18n="@@paragraphs.remove">Bỏ đoạn</span><span class="vh">: {{ labelOf($index) }}</span>
            </button>
          </p>
        </div>
      }
      @if (paragraphs().length < most()) {
        <button matButton="outlined" type="button" class="small-button" [id]="fieldId() + '-add'" (click)="add()">
          <app-icon name="add" /><span i18n="@@paragraphs.add">Thêm đoạn</span><span class="vh">: {{ name() }}</span>
        </button>
      }
    </div>
  `,
  styles: `
    .moves {
      gap: 0 var(--td-space-1);
      margin-top: 0.2rem;
    }
    .stack > button {
      justify-self: start;
    }
  `,
})
export class ParagraphsField {
  /** The ids of the fields begin with it: `paragraphs-1`. */
  readonly fieldId = input.required<string>();
  /** What the paragraphs are about, read with each button. */
  readonly name = input.required<string>();
  readonly paragraphs = model.required<readonly string[]>();
  readonly faults = input.required<Faults>();
  /** Where they stand in the draft. */
  readonly pointer = input.required<string>();
  /** What the first, second … paragraph may say, while it is empty. */
  readonly guides = input<readonly string[]>([]);
  readonly rows = input(4);
  readonly most = input(20);
  readonly blurred = output();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected idOf(at: number): string {
    return `${this.fieldId()}-${at + 1}`;
  }

  protected labelOf(at: number): string {
    return $localize`:@@paragraphs.label:Đoạn ${at + 1}:number:`;
  }

  protected change(at: number, text: string): void {
    this.paragraphs.set(this.paragraphs().with(at, text));
  }

  protected add(): void {
    this.paragraphs.set([...this.paragraphs(), '']);
    this.focus(`#${this.idOf(this.paragraphs().length - 1)}`);
  }

  protected remove(at: number): void {
    this.paragraphs.set(this.paragraphs().toSpliced(at, 1));
    this.blurred.emit();
    this.focus(this.paragraphs().length > 0 ? `#${this.idOf(Math.max(at - 1, 0))}` : `#${this.fieldId()}-add`);
  }

  /** Moves a paragraph; the focus goes along with it. */
  protected move(at: number, by: -1 | 1): void {
    const to = at + by;
    const moved = this.paragraphs()[at];
    if (moved === undefined || to < 0 || to >= this.paragraphs().length) return;
    this.paragraphs.set(this.paragraphs().toSpliced(at, 1).toSpliced(to, 0, moved));
    this.blurred.emit();
    const again = to === 0 ? 'down' : to === this.paragraphs().length - 1 ? 'up' : by === -1 ? 'up' : 'down';
    this.focus(`.paragraph:nth-of-type(${to + 1}) .${again}`);
  }

  private focus(place: string): void {
    afterNextRender({ read: () => this.host.nativeElement.querySelector<HTMLElement>(place)?.focus() }, { injector: this.injector });
  }
}
