import { Component, computed, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { AdministrationApi } from './administration.api.js';
import { abovePerson } from './places.js';

/** What was done about a person, in words. */
@Component({
  selector: 'app-person-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above()" [history]="history" />`,
})
export class PersonHistoryPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  protected readonly history = inject(AdministrationApi).personHistory(this.province, this.id);
  protected readonly above = computed(() => [
    ...abovePerson(this.province()),
    { name: $localize`:@@person.title:Người dùng`, link: ['/administration', this.province(), 'people', this.id()] },
  ]);
}
