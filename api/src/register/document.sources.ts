import { erasedReason } from '@thidua/workflows/cycle/recusal';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { Unranked } from '@thidua/workflows/ranking/ranking.schema';
import type { RecipientLine } from '@thidua/workflows/register/document.schema';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import { vietnamDay } from '@thidua/workflows/working-days';
import { membersOf } from '../cycle/cycle.service.js';
import { RECUSED_BY, recusedNames } from '../cycle/recusals.js';
import { unrankedIn } from '../ranking/unranked.js';
import type { Reading } from '../platform/door/reader.js';
import { reportContent } from '../report/report.content.js';
import type { ActingPerson, PaperText, RecusalText, RoundText, SheetText, UnitInYear, YearData } from './composition/year-data.js';
import { MINUTED_STEPS as MINUTED, standingPapers } from './document.basis.js';
import { postAtHome } from './person-post.js';

/** A document to be composed: of which year and type, what it replaces, and what is told by hand. */
export interface Composition {
  readonly cycleId: string;
  readonly type: DocumentType;
  readonly replacesId: string | null;
  readonly meetingPlace: string | null;
  readonly recipients: readonly RecipientLine[];
}

type Year = Pick<YearData, 'year' | 'bloc' | 'council' | 'board' | 'rules' | 'pledge' | 'campaigns' | 'movements' | 'invented'>;

const YEAR = `
  select c.year, c.rules, c.pledge, c.campaigns, c.movements, c.invented, p.council ->> 'name' as council, p.board ->> 'name' as board,
         jsonb_build_object('name', b.name, 'shortName', b.short_name, 'symbol', b.symbol, 'place', b.place, 'superior', b.superior,
           'issuerLines', b.issuer_lines) as bloc
    from cycle c join bloc b on b.id = c.bloc_id join province p on p.id = c.province_id where c.bloc_id = $1 and c.id = $2`;

const REGISTRATIONS = `select unit_id as "unitId", state, aim from registration where bloc_id = $1 and cycle_id = $2`;

/** Who did the last act that led there, as the journal says. */
const actor = (condition: string): string => `(
    select jsonb_build_object('name', e.name, 'title', coalesce(t.title, ''), 'unitName', (select n.name from unit_name n where n.unit_id = t.unit_id
             and n.valid_from <= business_day() and (n.valid_to is null or n.valid_to >= business_day()) order by n.valid_from desc limit 1))
      from journal j join person e on e.id = (j.body::jsonb #>> '{actor,person}')::uuid left join post t on t.id = (j.body::jsonb #>> '{actor,post}')::uuid
     where j.bloc_id = $1 and j.record_id = o.id and ${condition} order by j.n desc limit 1)`;

const ROUNDS = `
  select o.title_code as "titleCode", o.state, o.seats, o.candidates, o.attendance, o.settlement, o.opened_at as "openedAt", o.decided_at as "decidedAt",
         ${actor(`j.body::jsonb ->> 'event' = 'open'`)} as "openedBy", ${actor(`j.body::jsonb ->> 'to' = 'decided'`)} as "decidedBy"
    from round o where o.bloc_id = $1 and o.cycle_id = $2 order by o.position`;

// The sheets of a sealed card are not even read.
const SHEETS = `
  select h.unit_id as "unitId", h.rater_unit_id as "raterUnitId", h.scores
    from sheet h join scorecard s on s.id = h.scorecard_id join member m on m.cycle_id = h.cycle_id and m.unit_id = h.rater_unit_id
   where h.bloc_id = $1 and h.cycle_id = $2 and h.state = 'submitted' and s.state = 'verified' order by m.position`;

// Who declined to score a unit is told once its seal is open.
const RECUSALS = `
  select x.step, x.unit_id as "unitId", ${RECUSED_BY} as by, x.about_unit_id as "aboutUnitId", o.title_code as "titleCode", coalesce(x.reason, '${erasedReason.vi}') as reason,
         to_char(x.declared_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from recusal x ${recusedNames} left join round o on o.id = x.record_id
    left join scorecard s on s.cycle_id = x.cycle_id and s.unit_id = x.about_unit_id
   where x.bloc_id = $1 and x.cycle_id = $2 and x.withdrawn_at is null and x.step = any($3) and (x.step <> 'score' or s.state = 'verified')
   order by x.declared_at, x.id`;

const UNRANKED = `select ${unrankedIn('$2::uuid')} as unranked`;

const PAPERS = `select e.type, e.number, e.symbol, e.day::text as day
    from (values ($1::uuid, $2::uuid)) d(bloc_id, cycle_id) cross join lateral (select e.* ${standingPapers('d')}) e order by e.type`;

const REPLACED = `select type, number, symbol, day::text as day from document where bloc_id = $1 and id = $2 and number is not null`;

interface RoundColumns extends Omit<RoundText, 'title' | 'openedAt' | 'decidedAt' | 'openedBy' | 'decidedBy'> {
  readonly titleCode: string;
  readonly openedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly openedBy: { name: string; title: string; unitName: string | null } | null;
  readonly decidedBy: { name: string; title: string; unitName: string | null } | null;
}

const acting = (person: RoundColumns['openedBy']): ActingPerson | null =>
  person && { name: person.name, post: person.unitName ? postAtHome(person.title, person.unitName) : person.title };

const roundText = (round: RoundColumns, rules: CycleRules): RoundText => ({
  ...round,
  title: rules.titles.find(({ code }) => code === round.titleCode)!,
  openedAt: round.openedAt?.toISOString() ?? null,
  decidedAt: round.decidedAt?.toISOString() ?? null,
  openedBy: acting(round.openedBy),
  decidedBy: acting(round.decidedBy),
});

/** Everything that a document is composed from, in the snapshot of this reading. It asks no permission: whoever makes the document has it. */
export async function yearData(reading: Reading, { cycleId, type, replacesId, meetingPlace, recipients }: Composition): Promise<YearData> {
  const here = [reading.scope.blocId, cycleId];
  const [year] = await reading.rows<Year>(YEAR, here);
  if (!year) throw new Error(`There is no year ${cycleId}`);
  const [published] = await reading.rows<{ rows: YearData['ranking'] }>(
    `select rows from ranking where bloc_id = $1 and cycle_id = $2 and state = 'published'`,
    here,
  );
  const rounds = await reading.rows<RoundColumns>(ROUNDS, here);
  const units: UnitInYear[] = await membersOf(reading, cycleId);
  const withSheets = type === 'BB' && published !== undefined && year.rules.peerMarksInMinutes;
  const [replaced] = replacesId ? await reading.rows<PaperText>(REPLACED, [reading.scope.blocId, replacesId]) : [];
  return {
    ...year,
    units,
    groups: await reading.rows('select number, name from bloc_group where bloc_id = $1 and cycle_id = $2 order by number', here),
    registrations: await reading.rows(REGISTRATIONS, here),
    report: await reportContent(reading, cycleId, vietnamDay(reading.now)),
    ranking: published?.rows ?? null,
    unranked: (await reading.rows<{ unranked: Unranked[] }>(UNRANKED, here))[0]!.unranked,
    recusals: type === 'BB' ? await reading.rows<RecusalText>(RECUSALS, [...here, MINUTED]) : [],
    rounds: rounds.map((round) => roundText(round, year.rules)),
    sheets: withSheets ? await reading.rows<SheetText>(SHEETS, here) : [],
    papers: type === 'TTr' ? await reading.rows<PaperText>(PAPERS, here) : [],
    replaced: replaced ?? null,
    meetingPlace,
    recipients,
  };
}
