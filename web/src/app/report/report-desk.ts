import { inject, Injectable } from '@angular/core';
import type { ReportView } from '@thidua/workflows/report/report.schema';
import { DraftDesk } from '../ui/draft-desk.js';
import { merged, ReportWriting, wholeOf, writingOf } from './report-writing.js';
import { ReportApi } from './report.api.js';

/** The report of a year on the table, with what is being written on the head's own parts. */
@Injectable()
export class ReportDesk extends DraftDesk<ReportView, ReportWriting> {
  constructor() {
    super({ api: inject(ReportApi), unfinished: ReportWriting, draftOf: writingOf, merged, whole: wholeOf });
  }
}
