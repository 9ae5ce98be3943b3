import type { HttpResourceRef } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { Page } from '@thidua/workflows/page';
import { CycleApi } from '../cycle/cycle.api.js';
import type { Spot } from '../platform/where.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';

/** The year's next event where it is worked on: compiling the list of registrations. Empty for readers who have none. */
@Component({
  selector: 'app-compile-bar',
  imports: [EventButtons],
  template: `
    @if (actions().length > 0) {
      <div class="action-bar">
        <app-event-buttons
          kind="Cycle"
          [actions]="actions()"
          [manners]="manners"
          [busy]="busy()"
          [problem]="problem()"
          (send)="send($event)"
        />
      </div>
    }
  `,
})
export class CompileBar {
  readonly spot = input.required<Spot>();
  readonly cycles = input.required<HttpResourceRef<Page<CycleView> | undefined>>();
  private readonly api = inject(CycleApi);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly manners: EventManners = {
    compile: {
      after: $localize`:@@registrations.compileAfter:Sau khi tổng hợp, không đơn vị nào sửa đăng ký được nữa; phiếu chấm được lập.`,
    },
  };
  private readonly cycle = computed(() => this.cycles().value()?.items[0]);
  protected readonly actions = computed(() => this.cycle()?.actions.filter(({ type }) => type === 'compile') ?? []);

  protected async send(pressed: Pressed): Promise<void> {
    const cycle = this.cycle();
    if (!cycle || pressed.type !== 'compile') return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.send(this.spot().bloc, cycle.id, { type: 'compile', version: cycle.version });
      this.cycles().reload();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
