import { Component, computed, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { AdministrationApi } from './administration.api.js';
import { aboveUnit } from './places.js';

/** What was done with a unit, in words. */
@Component({
  selector: 'app-unit-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above()" [history]="history" />`,
})
export class UnitHistoryPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  protected readonly history = inject(AdministrationApi).unitHistory(this.province, this.id);
  protected readonly above = computed(() => [
    ...aboveUnit(this.province()),
    { name: $localize`:@@unit.title:Đơn vị`, link: ['/administration', this.province(), 'units', this.id()] },
  ]);
}
