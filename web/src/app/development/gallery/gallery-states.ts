import { Component } from '@angular/core';
import { SaveStatus } from '../../ui/save-status.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StateSteps } from '../../ui/state-steps.js';
import { StateTag } from '../../ui/state-tag.js';
import { YearSteps } from '../../ui/year-steps.js';
import { LOOKS, OWED, SAVES, STEPS, TODAY, YEAR } from './gallery.data.js';
import { GalleryPart } from './gallery-part.js';

/** How things stand: tags, steps, what is saved, what is still coming. */
@Component({
  selector: 'app-gallery-states',
  imports: [GalleryPart, SaveStatus, Skeleton, StateSteps, StateTag, YearSteps],
  template: `
    <app-gallery-part part="app-state-tag">
      <p class="line">
        @for (look of looks; track look[0]) {
          <app-state-tag [look]="look[0]" [text]="look[1]" />
        }
      </p>
    </app-gallery-part>
    <app-gallery-part part="app-state-steps"><app-state-steps [steps]="steps" label="app-state-steps" /></app-gallery-part>
    <app-gallery-part part="app-year-steps"><app-year-steps [steps]="year" [today]="today" [owed]="owed" /></app-gallery-part>
    @for (save of saves; track save.kind) {
      <app-gallery-part part="app-save-status" [state]="save.kind"><app-save-status [state]="save" /></app-gallery-part>
    }
    <app-gallery-part part="app-skeleton"><app-skeleton [lines]="4" /></app-gallery-part>
  `,
})
export class GalleryStates {
  protected readonly looks = LOOKS;
  protected readonly steps = STEPS;
  protected readonly year = YEAR;
  protected readonly today = TODAY;
  protected readonly owed = OWED;
  protected readonly saves = SAVES;
}
