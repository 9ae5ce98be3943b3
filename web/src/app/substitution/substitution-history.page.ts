import { Component, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { SubstitutionApi } from './substitution.api.js';

/** What was done with one substitution, in words, for whoever gave or got it. */
@Component({
  selector: 'app-substitution-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above" [history]="history" />`,
})
export class SubstitutionHistoryPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  protected readonly history = inject(SubstitutionApi).history(this.province, this.id);
  protected readonly above = [{ name: $localize`:@@account.title:Tài khoản`, link: ['/account'] }];
}
