import { Component, computed, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { AdministrationApi } from './administration.api.js';
import { Places } from './places.js';

/** What was done with a unit, in words. */
@Component({
  selector: 'app-unit-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above()" [history]="history" />`,
})
export class UnitHistoryPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(AdministrationApi);
  protected readonly history = this.api.unitHistory(this.province, this.id);
  private readonly unit = this.api.unit(this.province, this.id);
  private readonly places = inject(Places);
  protected readonly above = computed(() => [
    ...this.places.aboveUnit(this.province()),
    {
      name: this.unit.value()?.shortName ?? $localize`:@@unit.title:Đơn vị`,
      link: ['/administration', this.province(), 'units', this.id()],
    },
  ]);
}
