import { Component, computed, input } from '@angular/core';
import { Icon } from '../ui/icon.js';
import { SaveStatus } from '../ui/save-status.js';
import type { ScoreDesk } from './score-desk.js';

/** How the saving of one record's points stands, by the unit's name: what is not on the server is named, wherever the focus is. */
@Component({
  selector: 'app-desk-status',
  imports: [Icon, SaveStatus],
  template: `
    @if (shown()) {
      @if (unit()) {
        <b>{{ unit() }}:</b>
      }
      @if (!unsaved() || desk().autosave.state().kind !== 'saved') {
        <app-save-status [state]="desk().autosave.state()" />
      }
      @if (unsaved(); as words) {
        <span class="bad"><app-icon name="warning" />{{ words }}</span>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 0.6rem;
      font: var(--mat-sys-body-small);
    }
    .bad {
      display: inline-flex;
      gap: 0.4rem;
      align-items: center;
      color: var(--td-warn);
      font-weight: 600;
    }
  `,
})
export class DeskStatus {
  readonly desk = input.required<ScoreDesk>();
  /** The unit that is scored; empty where the page is about one record. */
  readonly unit = input('');
  protected readonly shown = computed(() => this.desk().autosave.state().kind !== 'clean' || this.desk().unsaved().length > 0);
  protected readonly unsaved = computed(() => {
    const items = this.desk().unsaved();
    return items.length > 0 ? $localize`:@@scores.unsaved:Chưa lưu ${items.join(', ')}:items:; các ô khác tự lưu. Sửa ô đã nêu.` : null;
  });
}
