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
    @if (failed(); as read) {
      <app-problem-note [problem]="read.error()" [again]="true" (retry)="read.reload()" />
    }
    <ng-content />
  `,
  styles: ':host { display: block; }',
})
export class Region {
  readonly of = input.required<ResourceRef<unknown>>();
  /** What the part cannot be drawn without either, such as the year's rules. */
  readonly also = input<ResourceRef<unknown> | null>(null);
  readonly lines = input(4);
  protected readonly waiting = computed(() => [this.of(), this.also()].some((read) => read?.isLoading() && !read.hasValue()));
  protected readonly failed = computed(() => [this.of(), this.also()].find((read) => read?.error()) ?? null);
}
