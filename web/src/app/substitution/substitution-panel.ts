import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SubstitutionDraft, SubstitutionView } from '@thidua/workflows/substitution/substitution.schema';
import { Session } from '../platform/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { SaidNote } from '../ui/said-note.js';
import { SubstitutionApi } from './substitution.api.js';
import { SubstitutionForm } from './substitution.form.js';
import { SubstitutionItem } from './substitution-item.js';

/** Who stands in for the reader and for whom the reader does (S27): each with its time in words; naming one, and ending it. */
@Component({
  selector: 'app-substitution-panel',
  imports: [EmptyState, MatButton, Region, SaidNote, SubstitutionForm, SubstitutionItem],
  template: `
    <app-region [of]="substitutions" [lines]="3">
      @if (substitutions.value(); as list) {
        @if (done(); as words) {
          <app-said-note>{{ words }}</app-said-note>
        }
        @if (list.items.length > 0) {
          <ul>
            @for (item of list.items; track item.id) {
              <li>
                <app-substitution-item
                  [item]="item"
                  [province]="province()"
                  [own]="item.principal.personId === session.me()?.personId"
                  [busy]="busy() === item.id"
                  [problem]="failed() === item.id ? problem() : null"
                  (revoked)="end(item)"
                />
              </li>
            }
          </ul>
        } @else {
          <p class="muted" i18n="@@substitution.none">Ông/bà chưa giao cho ai làm thay và chưa được ai giao.</p>
        }
        @if (list.next || after()) {
          <div class="line">
            @if (after()) {
              <button matButton="text" type="button" (click)="after.set('')" i18n="@@substitution.newest">Các lần giao mới nhất</button>
            }
            @if (list.next; as mark) {
              <button matButton="text" type="button" (click)="after.set(mark)" i18n="@@substitution.older">Các lần giao trước</button>
            }
          </div>
        }
        @if (names()) {
          @if (open()) {
            <app-substitution-form
              [fitting]="fitting.value()?.items ?? []"
              [busy]="busy() === 'new'"
              [problem]="failed() === 'new' ? problem() : null"
              (given)="name($event)"
              (dropped)="open.set(false)"
            />
          } @else if (fitting.value(); as found) {
            @if (found.items.length > 0) {
              <button class="new" matButton="outlined" type="button" (click)="open.set(true)" i18n="@@substitution.name">
                Giao người thay
              </button>
            } @else {
              <app-empty-state
                ><ng-container i18n="@@substitution.nobody"
                  >Đơn vị chưa có cấp phó hay chuyên viên nào trong hệ thống để giao. Đề nghị Thư ký Hội đồng lập chức danh.</ng-container
                ></app-empty-state
              >
            }
          }
        }
      }
    </app-region>
  `,
  styles: `
    li {
      padding: 0.8rem 0;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .new {
      margin-top: var(--td-space-3);
    }
  `,
})
export class SubstitutionPanel {
  readonly province = input.required<string>();
  private readonly api = inject(SubstitutionApi);
  protected readonly session = inject(Session);
  protected readonly after = signal('');
  protected readonly substitutions = this.api.list(this.province, this.after);
  protected readonly fitting = this.api.fitting(this.province);
  protected readonly open = signal(false);
  /** What was done last. */
  protected readonly done = signal<string | null>(null);
  /** What is on its way, and what failed: an item by its id, or `new`. */
  protected readonly busy = signal<string | null>(null);
  protected readonly failed = signal<string | null>(null);
  protected readonly problem = signal<unknown>(null);
  /** Whether the reader may name anybody at all; for whom, the API tells. */
  protected readonly names = computed(() => this.session.rights().rulesFor('create', 'Substitution').length > 0);

  protected async name(draft: SubstitutionDraft): Promise<void> {
    await this.sent('new', async () => {
      const view = await this.api.name(this.province(), draft);
      this.open.set(false);
      this.done.set($localize`:@@substitution.named:Đã giao ${view.substitute.name}:substitute: ${view.mannerName}:manner:.`);
    });
  }

  protected async end(item: SubstitutionView): Promise<void> {
    await this.sent(item.id, async () => {
      await this.api.end(this.province(), item);
      this.done.set($localize`:@@substitution.ended:Đã thu lại việc giao ${item.substitute.name}:substitute:.`);
    });
  }

  private async sent(what: string, send: () => Promise<void>): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(what);
    this.done.set(null);
    this.failed.set(null);
    try {
      await send();
      this.substitutions.reload();
    } catch (error) {
      this.failed.set(what);
      this.problem.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}
