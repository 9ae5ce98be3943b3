import { Component, computed, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { AdministrationApi } from './administration.api.js';
import { Places } from './places.js';

/** What was done about a person, in words. */
@Component({
  selector: 'app-person-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above()" [history]="history" />`,
})
export class PersonHistoryPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(AdministrationApi);
  protected readonly history = this.api.personHistory(this.province, this.id);
  private readonly person = this.api.person(this.province, this.id);
  private readonly places = inject(Places);
  protected readonly above = computed(() => [
    ...this.places.abovePerson(this.province()),
    {
      name: this.person.value()?.name ?? $localize`:@@person.title:Người dùng`,
      link: ['/administration', this.province(), 'people', this.id()],
    },
  ]);
}
