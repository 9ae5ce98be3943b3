import { BLOC_NAME, namesOf, TODAY, YEAR_SETS } from '../cycle/year-sets.js';
import type { Reading } from '../platform/door/reader.js';
import { basisOf, standingPapers, yearBasisOfSet } from './document.basis.js';
import { delegationsOf } from './document.delegation.js';

/** Whose series of numbers a document draws from: its bloc's or that of the unit that heads it, as the year's rules say. */
export const OWNER = `case c.rules ->> 'numberSeries' when 'bloc' then d.bloc_id else d.head_unit_id end`;

/** Facts of documents. @param given SQL of the delegations of whoever heads the unit of a year's papers, `y` */
const facts = (given: string): string => `
  with page as materialized (select * from document where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${namesOf('select unit_id from members')},
  rounds as materialized (select cycle_id, state from round where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  headed as materialized (
    select y.*, c.year, c.rules, ${given} as given, ${yearBasisOfSet('y')} as basis,
           exists (select 1 from report r where r.bloc_id = $1 and r.cycle_id = y.cycle_id and r.state = 'frozen') as report_frozen,
           (select count(*)::int from rounds o where o.cycle_id = y.cycle_id and o.state <> 'decided') as waiting_rounds
      from (select distinct bloc_id, cycle_id, head_unit_id from page) y join years c on c.id = y.cycle_id)
  select d.id, c.year, ${BLOC_NAME} as "blocName", x.title, x.basis, x.format, ${OWNER} as "seriesOwner",
         x.basis = ${basisOf('d', 'c.basis')} as "contentCurrent",
         d.type <> 'BC' or c.report_frozen as "reportFrozen", c.waiting_rounds as "waitingRounds",
         case when d.type = 'TTr' then array(select t from unnest(array['BC', 'BB']) t
           where t not in (select e.type ${standingPapers('d')})) else '{}' end as "lackingPapers",
         coalesce((select s.last from number_series s where s.owner_id = ${OWNER} and s.type = d.type
           and s.year = extract(year from ${TODAY})), 0) + 1 as "nextNumber",
         ${TODAY}::text as today, c.given as delegations
    from page d join headed c on c.cycle_id = d.cycle_id and c.head_unit_id = d.head_unit_id join document_content x on x.id = d.content_id`;

/** All facts in one statement, as the door reads them for the one document that moves. */
export const DOCUMENT_FACTS = facts(delegationsOf('y'));

const OF_PAPERS = facts("'[]'::jsonb");
const DELEGATIONS = `
  with page as materialized (select id, cycle_id, head_unit_id from document where bloc_id = $1 and id = any($2)),
  headed as materialized (select y.*, ${delegationsOf('y')} as delegations from (select distinct cycle_id, head_unit_id from page) y)
  select d.id, h.delegations from page d join headed h on h.cycle_id = d.cycle_id and h.head_unit_id = d.head_unit_id`;

/** Facts of several documents by id: what stands in and around the papers, and, as a set of its own, who signs for whom. */
export async function factsOf(reading: Reading, ids: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
  const papers = await reading.facts(OF_PAPERS, ids);
  for (const [id, { delegations }] of await reading.facts(DELEGATIONS, ids)) Object.assign(papers.get(id)!, { delegations });
  return papers;
}
