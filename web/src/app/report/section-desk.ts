import { inject, Injectable } from '@angular/core';
import type { SectionView } from '@thidua/workflows/report/section.schema';
import { LANGUAGE } from '../platform/language.js';
import { DraftDesk } from '../ui/draft-desk.js';
import { SectionApi } from './section.api.js';
import { merged, SectionWriting, wholeOf, writingOf } from './section-writing.js';

/** One section on the table, with what is being written on it. */
@Injectable()
export class SectionDesk extends DraftDesk<SectionView, SectionWriting> {
  constructor() {
    const language = inject(LANGUAGE);
    super({
      api: inject(SectionApi),
      unfinished: SectionWriting,
      draftOf: (view) => writingOf(view, language),
      merged,
      whole: (writing) => wholeOf(writing, language),
    });
  }
}
