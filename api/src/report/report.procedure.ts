import { reportFacts, type ReportSurroundings } from '@thidua/workflows/report/report.facts';
import { reportLetters } from '@thidua/workflows/report/report.letters';
import { reportMachine } from '@thidua/workflows/report/report.machine';
import { REPORT_PARTS, type ReportDraft, type ReportEvent, type ReportFacts } from '@thidua/workflows/report/report.schema';
import { written } from '@thidua/workflows/report/section.facts';
import { atCycle } from '../cycle/cycle.procedure.js';
import { BLOC_NAME, nameOn, namesOf, TODAY, YEAR_SETS } from '../cycle/year-sets.js';
import { procedure, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';
import { fewNames } from '@thidua/workflows/wording';

/** A row of `report`. */
export interface ReportRow extends RecordRow, ReportDraft {
  readonly cycleId: string;
  readonly reason: string | null;
  readonly frozenAt: string | null;
}

type Facts = ReportFacts & { readonly blocName: string; readonly year: number };
type ReportMoment = Moment<ReportRow, Facts, ReportEvent>;

const FACTS = `
  with page as materialized (select id, cycle_id from report where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS},
  waiting as materialized (
    select cycle_id, unit_id, position from section
     where bloc_id = $1 and cycle_id = any(array(select cycle_id from page)) and state <> 'accepted'),
  ${namesOf('select unit_id from waiting')}
  select p.id, c.year, ${BLOC_NAME} as "blocName",
         (select count(*)::int from waiting s where s.cycle_id = p.cycle_id) as "waitingSections",
         coalesce((select jsonb_agg(n.short_name order by s.position) from waiting s ${nameOn('s.unit_id', 'n', TODAY)}
           where s.cycle_id = p.cycle_id), '[]') as "waitingUnits",
         (select count(*)::int from round r where r.bloc_id = $1 and r.cycle_id = p.cycle_id and r.state <> 'decided') as "waitingRounds",
         exists (select 1 from document d where d.bloc_id = $1 and d.cycle_id = p.cycle_id and d.type = 'BC'
           and d.state in ('prepared', 'signing')) as "underSignature"
    from page p join years c on c.id = p.cycle_id`;

interface Columns extends Omit<ReportSurroundings, 'waitingUnits'> {
  readonly blocName: string;
  readonly year: number;
  readonly waitingUnits: readonly string[];
}

function complete(record: ReportRow, columns: Readonly<Record<string, unknown>>): Facts {
  const { blocName, year, waitingUnits, ...around } = columns as unknown as Columns;
  const { waitingSections, waitingRounds, underSignature } = around;
  return {
    ...reportFacts(record, { waitingSections, waitingUnits: fewNames(waitingUnits), waitingRounds, underSignature }),
    blocName,
    year,
  };
}

/** The head's own parts as they are frozen: without empty paragraphs. */
const ownParts = (record: ReportRow) => ({
  asOf: record.asOf,
  closing: record.closing,
  ...Object.fromEntries(REPORT_PARTS.map((part) => [part, written(record[part])])),
});

function set({ event, record, now }: ReportMoment): Readonly<Record<string, unknown>> {
  if (event.type === 'reopen') return { frozenAt: null, reason: event.reason };
  const parts = Object.fromEntries(REPORT_PARTS.map((part) => [part, written(record[part])]));
  return { ...parts, frozenAt: now.toISOString(), reason: null };
}

export const reportProcedure = procedure<ReportRow, Facts, ReportEvent>({
  kind: 'Report',
  table: 'report',
  machine: reportMachine,
  editable: ['draft'],
  // The report first: every event of a section and of a document holds it shared, so that nothing that is counted moves. Then the rounds.
  guardRows: `select 1 from report p join round r on r.cycle_id = p.cycle_id where p.bloc_id = $1 and p.id = $2
     order by r.position for no key update of p for share of r`,
  facts: FACTS,
  complete,
  set,
  entry: ({ event, record }) => (event.type === 'reopen' ? { reason: event.reason } : { content: sha256(canonicalJson(ownParts(record))) }),
  letters: reportLetters,
  letterFacts: ({ facts }) => ({ year: String(facts.year), bloc: facts.blocName }),
});

// A compiled year has one report to write.
atCycle('compile', () => [
  {
    name: 'report_made',
    sql: 'insert into report (id, bloc_id, province_id, cycle_id) select gen_random_uuid(), u.bloc_id, u.province_id, u.id from u',
    values: [],
  },
]);
