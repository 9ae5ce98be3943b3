import type { RecusalStep } from '@thidua/workflows/cycle/recusal';
import { nameOn, TODAY } from '../cycle/year-sets.js';
import { unitName } from '../unit/unit-name.js';

/** Raised when the composition of documents says something else: what was compiled before is then not current any more. */
const COMPOSITION = 1;

/** The recusals that the minutes print; those from making a paper itself stand in its history. */
export const MINUTED_STEPS = ['judge', 'score', 'review', 'verify', 'elect'] as const satisfies readonly RecusalStep[];

/** The signed paper of a type that stands: none that is signed replaces it. */
export const standingPapers = (d: string): string => `
    from document e where e.bloc_id = ${d}.bloc_id and e.cycle_id = ${d}.cycle_id and e.type in ('BC', 'BB') and e.state in ('signed', 'issued')
      and not exists (select 1 from document f where f.bloc_id = e.bloc_id and f.replaces_id = e.id and f.state in ('signed', 'issued'))`;

const NAMES_SUM = `md5(string_agg(concat_ws('|', n.name, n.short_name), '|' order by m.position))`;

/** The versions of place and year, and the sum of the names that the year's units bear today. */
interface Around {
  readonly versions: string;
  readonly names: string;
}

const fromTables = (d: string): Around => ({
  versions: `(select concat_ws('.', b.version, p.version, c.version) from cycle c join bloc b on b.id = c.bloc_id join province p on p.id = c.province_id
      where c.bloc_id = ${d}.bloc_id and c.id = ${d}.cycle_id)`,
  names: `(select ${NAMES_SUM} from member m ${unitName('m.unit_id', 'n')} where m.bloc_id = ${d}.bloc_id and m.cycle_id = ${d}.cycle_id)`,
});

const fromSets = (d: string): Around => ({
  versions: `(select concat_ws('.', b.version, p.version, c.version) from years c cross join home b join province p on p.id = b.province_id
      where c.id = ${d}.cycle_id)`,
  names: `(select ${NAMES_SUM} from members m ${nameOn('m.unit_id', 'n', TODAY)} where m.cycle_id = ${d}.cycle_id)`,
});

/** The part of a basis that all papers of a year share: place, year, names, ranking and rounds. */
const yearBasis = (d: string, { versions, names }: Around): string => `concat_ws(' ', ${versions}, ${names},
    (select k.version from ranking k where k.bloc_id = ${d}.bloc_id and k.cycle_id = ${d}.cycle_id),
    (select string_agg(o.version::text, '.' order by o.position) from round o where o.bloc_id = ${d}.bloc_id and o.cycle_id = ${d}.cycle_id))`;

/** The part that all papers of a year share, read once for several papers, from the sets of years. @param d alias of a row with bloc_id and cycle_id */
export const yearBasisOfSet = (d: string): string => yearBasis(d, fromSets(d));

/**
 * A text that changes whenever the records change from which a document is composed: the names of units, ranking and rounds; of minutes also who declined and whose words were erased; of a report
 * also its parts and sections; of a letter of submission the papers that it names. Source: design.md, “What you see is what you sign”.
 * @param d alias of a row with bloc_id, cycle_id and type
 * @param ofYear SQL of the part that all papers of the year share, where it was read once for several papers
 */
export const basisOf = (d: string, ofYear = yearBasis(d, fromTables(d))): string => `concat_ws(' ', ${COMPOSITION}, ${d}.type, ${ofYear},
    case when ${d}.type = 'BB' then (select md5(string_agg(concat(x.id, case when x.edited_by_erasure then '*' end), '|' order by x.id)) from recusal x where x.bloc_id = ${d}.bloc_id
      and x.cycle_id = ${d}.cycle_id and x.withdrawn_at is null and x.step in ('${MINUTED_STEPS.join("', '")}')) end,
    case when ${d}.type <> 'BB' then (select r.version from report r where r.bloc_id = ${d}.bloc_id and r.cycle_id = ${d}.cycle_id) end,
    case when ${d}.type = 'BC' then (select string_agg(s.version::text, '.' order by s.position) from section s
      where s.bloc_id = ${d}.bloc_id and s.cycle_id = ${d}.cycle_id) end,
    case when ${d}.type = 'TTr' then (select string_agg(concat_ws('/', e.type, e.number, e.day), ' ' order by e.type) ${standingPapers(d)}) end)`;
