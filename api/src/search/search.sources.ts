import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import { pageOf } from '@thidua/workflows/letters';
import { PAGE_LIMIT } from '@thidua/workflows/page';
import { REPORT_PARTS } from '@thidua/workflows/report/report.schema';
import type { Found } from '@thidua/workflows/search/search.schema';
import { kindName } from '@thidua/workflows/words';
import { wholeList } from '../cycle/whole-list.js';
import type { At } from '../platform/door/caller.js';
import { awardText, figureText } from '../register/composition/figures.js';
import type { DocumentService } from '../register/document.service.js';
import type { RegistrationService } from '../registration/registration.service.js';
import type { ReportService } from '../report/report.service.js';
import type { SectionService } from '../report/section.service.js';

/** What the lists of a year show of one kind to whoever asks: nothing is searched that its reader could not read page by page. */
export type Source = (at: At, cycle: CycleView) => Promise<Found[]>;

const written = (lines: readonly (string | null)[]): string[] => lines.flatMap((line) => line || []);

/** The member units, under the names that they bear in that year. */
export const ofUnits: Source = (_, { members, groups }) =>
  Promise.resolve(
    members.map(({ unitId, name, shortName, groupId }) => ({
      title: name,
      lines: written([shortName, groups.find(({ id }) => id === groupId)?.name ?? null]),
      link: '',
      place: unitId,
    })),
  );

/** Papers by type, number, abstract and who signs. */
export const ofDocuments =
  (documents: DocumentService): Source =>
  async (at, { year }) =>
    (await documents.list(at, { year, limit: PAGE_LIMIT })).items.map(({ id, typeName, number, title, signer }) => ({
      title: written([typeName, number]).join(' '),
      lines: written([title, signer && `${signer.post} ${signer.name}`]),
      link: pageOf('Document', id),
      place: null,
    }));

/** What units aim at: title or level, targets, note. */
export const ofRegistrations =
  (registrations: RegistrationService): Source =>
  async (at, { year }) =>
    (await wholeList(year, (query) => registrations.list(at, query))).map(({ id, unitName, aimName, targets, note }) => ({
      title: unitName,
      lines: written([aimName, ...targets.map(({ name, planned, unit }) => `${name}: ${planned} ${unit}`), note]),
      link: pageOf('Registration', id),
      place: null,
    }));

/** What units report: text, figures, awards. */
export const ofSections =
  (sections: SectionService): Source =>
  async (at, { year }) =>
    (await wholeList(year, (query) => sections.list(at, query))).map(({ id, unitName, paragraphs, indicators, awards }) => ({
      title: unitName,
      lines: written([...indicators.map(figureText), ...awards.map(awardText), ...paragraphs]),
      link: pageOf('Section', id),
      place: null,
    }));

/** The head's own parts of the report. */
export const ofReports =
  (reports: ReportService): Source =>
  async (at, { year }) =>
    (await reports.list(at, { year, limit: PAGE_LIMIT })).items.map((report) => ({
      title: titled(kindName('Report', at.caller.language), year),
      lines: written([...REPORT_PARTS.flatMap((part) => report[part]), report.closing]),
      link: pageOf('Report', report.id),
      place: null,
    }));

const titled = (kind: string, year: number): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${year}`;
