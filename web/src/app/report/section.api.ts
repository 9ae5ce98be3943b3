import { inject, Injectable } from '@angular/core';
import { SectionView } from '@thidua/workflows/report/section.schema';
import { Api } from '../platform/api.js';
import { RecordApi } from '../platform/record-api.js';

/** Sections of the report as the API gives and takes them. */
@Injectable({ providedIn: 'root' })
export class SectionApi extends RecordApi<SectionView> {
  constructor() {
    super(inject(Api), 'sections', SectionView);
  }
}
