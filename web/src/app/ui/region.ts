import { Component, computed, input, type ResourceRef } from '@angular/core';
import { ProblemNote } from './problem-note.js';
import { Skeleton } from './skeleton.js';

/**
 * A part of a page that shows what was read: grey lines while it comes, the reason when it does not, and its content when all of it is
 * there, in one step, so that nothing that somebody reads or is about to press moves away.
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
    @if (!waiting()) {
      <ng-content />
    }
  `,
  // While it waits it has no box of its own: the heading above may grow with what was read, and nothing that stands here is pushed down.
  styles: ':host { display: block; } :host([aria-busy]) { display: contents; }',
})
export class Region {
  readonly of = input.required<ResourceRef<unknown>>();
  /** What the part cannot be drawn without either, such as the year's rules. */
  readonly also = input<ResourceRef<unknown> | readonly ResourceRef<unknown>[] | null>(null);
  readonly lines = input(4);
  private readonly reads = computed(() => [this.of(), ...[this.also() ?? []].flat()]);
  protected readonly waiting = computed(() => this.reads().some((read) => read.isLoading() && !read.hasValue()));
  protected readonly failed = computed(() => this.reads().find((read) => read.error()) ?? null);
}
