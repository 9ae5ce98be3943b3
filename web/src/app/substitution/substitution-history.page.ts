import { Component, computed, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { substitutionInWords } from './substitution-item.js';
import { SubstitutionApi } from './substitution.api.js';

/** What was done with one substitution, in words, for whoever gave or got it. */
@Component({
  selector: 'app-substitution-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above" [about]="about()" [history]="history" />`,
})
export class SubstitutionHistoryPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(SubstitutionApi);
  private readonly substitution = this.api.one(this.province, this.id);
  protected readonly history = this.api.history(this.province, this.id);
  protected readonly about = computed(() => (this.substitution.hasValue() ? substitutionInWords(this.substitution.value()) : ''));
  protected readonly above = [{ name: $localize`:@@account.title:Tài khoản`, link: ['/account'] }];
}
