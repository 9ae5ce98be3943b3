import { Component, computed, input } from '@angular/core';

/** How far a work of several pieces has come, seen and heard: “Đang gửi thư nhắc: 3 trên 12”. */
@Component({
  selector: 'app-work-progress',
  template: `
    <label [for]="'progress-' + fieldId()">{{ words() }}</label>
    <progress [id]="'progress-' + fieldId()" [max]="of()" [value]="done()"></progress>
    <p class="vh" role="status">{{ words() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--td-space-1);
      max-width: var(--td-measure);
    }
    progress {
      width: 100%;
      height: 0.75rem;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class WorkProgress {
  readonly fieldId = input.required<string>();
  /** What is being done. */
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  readonly of = input.required<number>();
  protected readonly words = computed(
    () => $localize`:@@workProgress.words:${this.label()}:label:: ${this.done()}:done: trên ${this.of()}:of:`,
  );
}
