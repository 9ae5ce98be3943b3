import { Component, computed, input, type ResourceRef } from '@angular/core';
import { ProblemNote } from './problem-note.js';
import { Skeleton } from './skeleton.js';

/**
 * A part of a page that shows what was read: grey lines while it comes, the reason when it does not, and its content when it is there.
 * `<app-region [of]="list">@if (list.hasValue()) { … }</app-region>`
 */
@Component({
  selector: 'app-region',
  imports: [ProblemNote, Skeleton],
  // Busy from the moment it stands in the page, before anything has been asked.
  host: { 'aria-busy': 'true', '[attr.aria-busy]': 'waiting() ? true : null' },
  template: `
    @if (waiting()) {
      <app-skeleton [lines]="lines()" />
    }
    @if (of().error(); as problem) {
      <app-problem-note [problem]="problem" [again]="true" (retry)="of().reload()" />
    }
    <ng-content />
  `,
  styles: ':host { display: block; }',
})
export class Region {
  readonly of = input.required<ResourceRef<unknown>>();
  readonly lines = input(4);
  protected readonly waiting = computed(() => this.of().isLoading() && !this.of().hasValue());
}
