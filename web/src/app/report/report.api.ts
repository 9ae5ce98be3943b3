import { inject, Injectable } from '@angular/core';
import { ReportView } from '@thidua/workflows/report/report.schema';
import { Api } from '../platform/api.js';
import { RecordApi } from '../platform/record-api.js';

/** The report of a year as the API gives and takes it. */
@Injectable({ providedIn: 'root' })
export class ReportApi extends RecordApi<ReportView> {
  constructor() {
    super(inject(Api), 'reports', ReportView);
  }
}
