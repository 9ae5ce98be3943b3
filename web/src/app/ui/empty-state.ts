import { Component } from '@angular/core';

/** Why there is nothing here, and what comes next. Say it in the content; never “0”. */
@Component({
  selector: 'app-empty-state',
  template: `<p class="pad muted measure"><ng-content /></p>`,
})
export class EmptyState {}
