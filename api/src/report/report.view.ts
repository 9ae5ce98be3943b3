import { may } from '@thidua/workflows/ability';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { Conflict } from '@thidua/workflows/nomination/eligibility';
import { findingsOf, type CheckedReport, type ListedSection } from '@thidua/workflows/report/findings';
import type { ReportView } from '@thidua/workflows/report/report.schema';
import { countWords } from '@thidua/workflows/report/section.facts';
import { SECTION_SENT, type SectionState } from '@thidua/workflows/report/section.schema';
import type { Reading } from '../platform/door/reader.js';
import { nameOn, namesOf, YEAR_SETS } from '../cycle/year-sets.js';
import type { ReportRow } from './report.procedure.js';
import { sectionNumber, type SectionRow } from './section.procedure.js';

/** What a report's view reads beside the report itself. */
export interface ReportColumns extends Pick<CheckedReport, 'year' | 'campaigns' | 'movements' | 'legalBases'> {
  readonly record: Record<string, unknown>;
  readonly rules: CycleRules;
  readonly sections: readonly (Pick<SectionRow, 'id' | 'unitId' | 'position' | 'state' | 'paragraphs' | 'indicators' | 'awards'> & {
    unitShortName: string;
  })[];
  readonly nominees: readonly { unitId: string; titleCode: string; lower: boolean; conflicts: Conflict[] }[];
}

/** The reports that a condition on `p` selects. */
export const selectReports = (where: string): string => `
  with page as materialized (select p.* from report p where p.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${namesOf('select unit_id from members')}
  select to_jsonb(p) as record, c.year, c.rules, c.campaigns, c.movements, c.legal_bases as "legalBases",
         (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'unitId', s.unit_id, 'position', s.position, 'state', s.state,
                   'paragraphs', s.paragraphs, 'indicators', s.indicators, 'awards', s.awards, 'unitShortName', n.short_name) order by s.position), '[]')
            from section s ${nameOn('s.unit_id', 'n')} where s.bloc_id = $1 and s.cycle_id = p.cycle_id) as sections,
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', x -> 'unitId', 'titleCode', r.title_code, 'lower', x -> 'lower', 'conflicts', x -> 'conflicts')), '[]')
            from round r, jsonb_array_elements(r.candidates) x
           where r.bloc_id = $1 and r.cycle_id = p.cycle_id and r.state = 'decided' and (x ->> 'nominated')::boolean) as nominees
    from page p join years c on c.id = p.cycle_id`;

const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);

/** The sections that say something to others than their unit: those that were sent. */
const sent = ({ state }: { readonly state: string }): boolean => SECTION_SENT.includes(state as SectionState);

function listed(row: ReportColumns): ListedSection[] {
  return row.sections.filter(sent).map((section) => {
    const nominee = row.nominees.find(({ unitId }) => unitId === section.unitId);
    const title = row.rules.titles.find(({ code }) => code === nominee?.titleCode)?.name;
    const nominated = nominee && title ? { title, lower: nominee.lower, conflicts: nominee.conflicts } : null;
    return { ...section, number: sectionNumber(section), nominated };
  });
}

/** A report as its reader sees it; what to look at is told to those who may still write it. */
export function reportView(row: ReportColumns, record: ReportRow, actions: ReportView['actions'], reading: Reading): ReportView {
  const { asOf, leadership, papers, assessment, limitations, causes, directions, bases, closing } = record;
  const draft = { asOf, leadership, papers, assessment, limitations, causes, directions, bases, closing };
  const { year, campaigns, movements, legalBases } = row;
  const compiles = may(reading.rights, 'edit', 'Report', record);
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year,
    due: row.rules.deadlines.documents,
    ...draft,
    sections: row.sections.map((section) => ({
      id: section.id,
      unitId: section.unitId,
      unitShortName: section.unitShortName,
      number: sectionNumber(section),
      state: section.state,
      words: sent(section) ? countWords(section.paragraphs) : 0,
    })),
    findings: compiles ? findingsOf({ ...draft, year, campaigns, movements, legalBases, sections: listed(row) }, reading.language) : [],
    reason: record.reason,
    frozenAt: instant(record.frozenAt),
  };
}
