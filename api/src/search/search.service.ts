import { Injectable } from '@nestjs/common';
import { termsOf } from '@thidua/workflows/search/query';
import { ranked } from '@thidua/workflows/search/rank';
import {
  FOUND_SHOWN,
  SEARCHED,
  type Found,
  type SearchedKind,
  type SearchResults,
  type YearSearch,
} from '@thidua/workflows/search/search.schema';
import { CycleService } from '../cycle/cycle.service.js';
import type { At } from '../platform/door/caller.js';
import { Reader } from '../platform/door/reader.js';
import { DocumentService } from '../register/document.service.js';
import { RegistrationService } from '../registration/registration.service.js';
import { ReportService } from '../report/report.service.js';
import { SectionService } from '../report/section.service.js';
import { ofDocuments, ofRegistrations, ofReports, ofSections, ofUnits, type Source } from './search.sources.js';

/** Looks through what the lists of a bloc's year show their reader: no second law of who reads what. */
@Injectable()
export class SearchService {
  private readonly sources: Readonly<Record<SearchedKind, readonly Source[]>>;

  constructor(
    private readonly reader: Reader,
    private readonly cycles: CycleService,
    documents: DocumentService,
    registrations: RegistrationService,
    sections: SectionService,
    reports: ReportService,
  ) {
    this.sources = {
      units: [ofUnits],
      documents: [ofDocuments(documents)],
      registrations: [ofRegistrations(registrations)],
      sections: [ofSections(sections), ofReports(reports)],
    };
  }

  /** What holds all that is looked for, in one bloc and year, the best first. The lists are read in one snapshot, one after the other. */
  in(at: At, { q, year }: YearSearch): Promise<SearchResults> {
    return this.reader.read(at, async (reading) => {
      const within = { ...at, within: reading };
      const [cycle] = (await this.cycles.list(within, year)).items;
      const groups: SearchResults['groups'] = [];
      if (!cycle) return { groups };
      const terms = termsOf(q);
      for (const kind of SEARCHED) {
        const candidates: Found[] = [];
        for (const source of this.sources[kind]) candidates.push(...(await source(within, cycle)));
        const found = ranked(candidates, terms);
        if (found.length > 0) groups.push({ kind, total: found.length, items: found.slice(0, FOUND_SHOWN) });
      }
      return { groups };
    });
  }
}
