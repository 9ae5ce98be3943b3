import type { TermView } from '@thidua/workflows/person/person.schema';
import type { Reading } from '../platform/door/reader.js';
import { unitName } from '../unit/unit-name.js';
import type { HeldTerm } from './person.procedure.js';

/** A post of a person, and the day whose names it bears: today within its term, else the day of the term that is nearest to today. */
interface PostRow extends HeldTerm {
  readonly personId: string;
  readonly namesOn: string;
}

/** What a post is held for, as it was called. */
type Scope = Pick<TermView, 'unitName' | 'blocSlug' | 'year'>;

/** A term as it is shown, but for what depends on the reader's language. */
export type NamedTerm = HeldTerm & Scope;

const POSTS = `
  select o.person_id as "personId", o.id, o.role, o.title, o.unit_id as "unitId", o.bloc_id as "blocId", o.cycle_id as "cycleId",
         o.valid_from::text as "from", o.valid_to::text as "to",
         least(coalesce(o.valid_to, $3::date), greatest($3::date, o.valid_from))::text as "namesOn"
    from post o where o.province_id = $1 and o.person_id = any($2)
   order by o.valid_from desc, o.role, o.id`;

// One row for each place in the arrays: units with the day of their name, blocs, years.
const SCOPES = `
  select n.short_name as "unitName", l.slug as "blocSlug", y.year
    from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[]) with ordinality s(unit_id, on_day, bloc_id, cycle_id, at)
    ${unitName('s.unit_id', 'n', 's.on_day')}
    left join place l on l.bloc_id = s.bloc_id
    left join years_of_posts($4::uuid[]) y on y.id = s.cycle_id
   order by s.at`;

/**
 * The posts of several people in the province that is read, over time, the newest first: read as one set, and what they are held for as another.
 * @param today the business day
 */
export async function termsOf(reading: Reading, people: readonly string[], today: string): Promise<Map<string, NamedTerm[]>> {
  const rows = people.length > 0 ? await reading.rows<PostRow>(POSTS, [reading.scope.provinceId, people, today]) : [];
  const scopes = await scopesOf(reading, rows);
  const terms = new Map<string, NamedTerm[]>(people.map((id) => [id, []]));
  rows.forEach(({ personId, namesOn: _day, ...term }, at) => terms.get(personId)!.push({ ...term, ...scopes[at]! }));
  return terms;
}

async function scopesOf(reading: Reading, rows: readonly PostRow[]): Promise<Scope[]> {
  if (rows.length === 0) return [];
  return reading.rows<Scope>(SCOPES, [
    rows.map(({ unitId }) => unitId),
    rows.map(({ namesOn }) => namesOn),
    rows.map(({ blocId }) => blocId),
    rows.map(({ cycleId }) => cycleId),
  ]);
}
