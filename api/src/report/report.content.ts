import type { Indicator, SectionAward } from '@thidua/workflows/report/content.schema';
import { REPORT_PARTS, type ReportPart } from '@thidua/workflows/report/report.schema';
import { written } from '@thidua/workflows/report/section.facts';
import { camelRow } from '../platform/database/camel.js';
import type { Reading } from '../platform/door/reader.js';
import { unitName } from '../unit/unit-name.js';
import type { ReportRow } from './report.procedure.js';
import { sectionNumber, type SectionRow } from './section.procedure.js';

/** A unit's section as a document prints it; texts that say nothing are left out. */
export interface PrintedSection {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly unitId: string;
  /** The names that the unit bears on the document's day. */
  readonly unitName: string;
  readonly unitShortName: string;
  readonly groupNumber: number | null;
  /** `3.4` */
  readonly number: string;
  readonly paragraphs: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly awards: readonly SectionAward[];
}

/** Everything that a year's report says: the head's own parts and the sections in their order. */
export interface PrintedReport {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  /** The day to which the figures count. */
  readonly asOf: string | null;
  readonly parts: Readonly<Record<ReportPart, readonly string[]>>;
  readonly closing: string;
  readonly sections: readonly PrintedSection[];
}

interface SectionColumns {
  readonly record: Record<string, unknown>;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly groupNumber: number | null;
}

/**
 * The report of a year for its document; null before the year is compiled. It asks no permission: whoever compiles or reads the
 * document has been let through for that.
 * @param day the document's day, `YYYY-MM-DD`: it prints the names that are valid on it
 */
export async function reportContent(reading: Reading, cycleId: string, day: string): Promise<PrintedReport | null> {
  const { blocId } = reading.scope;
  const [found] = await reading.rows<{ record: Record<string, unknown> }>(
    'select to_jsonb(p) as record from report p where p.bloc_id = $1 and p.cycle_id = $2',
    [blocId, cycleId],
  );
  if (!found) return null;
  const sections = await reading.rows<SectionColumns>(
    `select to_jsonb(s) as record, n.name as "unitName", n.short_name as "unitShortName", g.number as "groupNumber"
       from section s left join bloc_group g on g.id = s.group_id ${unitName('s.unit_id', 'n', '$3::date')}
      where s.bloc_id = $1 and s.cycle_id = $2 order by s.position`,
    [blocId, cycleId, day],
  );
  const report = camelRow(found.record) as unknown as ReportRow;
  const parts = Object.fromEntries(REPORT_PARTS.map((part) => [part, written(report[part])])) as unknown as PrintedReport['parts'];
  const { id, version, state, asOf, closing } = report;
  return { id, version, state, asOf, parts, closing, sections: sections.map(printed) };
}

function printed({ record, ...names }: SectionColumns): PrintedSection {
  const section = camelRow(record) as unknown as SectionRow;
  const { id, version, state, unitId, paragraphs, indicators, awards } = section;
  return { id, version, state, unitId, ...names, number: sectionNumber(section), paragraphs: written(paragraphs), indicators, awards };
}
