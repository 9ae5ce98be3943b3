import type { Browser } from '../support/client.js';
import { done } from '../support/scores.js';
import type { World } from '../support/world.js';
import { personOf } from './oracle.js';
import type { Cast, InStead } from './people.data.js';
import { PROVINCES, WITNESSES, nameOf } from './plan.js';

/** Everybody’s foremost post in a unit, by the name of the person. */
export async function postIdsOf({ owner }: World): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; id: string }>(
    `select distinct on (p.id) p.name, o.id from person p join post o on o.person_id = p.id
      order by p.id, array_position(array['unit-head', 'unit-deputy', 'unit-officer'], o.role)`,
  );
  return new Map(rows.map(({ name, id }) => [name.replace(/^Người /, ''), id]));
}

/** From when to when somebody stands in, seen from the day on which the matrix asks. */
const periodOf = (term: 'ended' | 'to come' | undefined): { from?: string; to: string } => {
  if (term === 'ended') return { to: '2020-12-14T17:00:00Z' };
  return { ...(term ? { from: '2020-12-20T00:00:00Z' } : {}), to: '2020-12-31T10:00:00Z' };
};

/** What a substitution is named by. */
interface Naming {
  readonly postIds: ReadonlyMap<string, string>;
  /** The year of bloc A. */
  readonly cycleId: string;
  readonly signIn: (person: string) => Promise<Browser>;
}

/** Whoever holds the post names somebody of the cast for it, as heads of units do; nothing where the cast uses only posts of their own. */
export async function nameSubstitute(cast: Cast, { postIds, cycleId, signIn }: Naming): Promise<void> {
  for (const { instead, term } of cast.posts) {
    if (!instead) continue;
    const principal = await signIn(instead.of);
    const draft = {
      principalPostId: postIds.get(instead.of),
      substitutePostId: postIds.get(personOf(cast)),
      manner: instead.manner,
      areas: instead.areas,
      ...periodOf(term),
      ...paperOf(instead),
      ...(instead.ofBloc ? { cycleId } : {}),
    };
    done(await principal.post(`/api/provinces/${PROVINCES.P}/substitutions`, draft));
  }
}

const paperOf = ({ manner }: InStead): object => (manner === 'TUQ' ? { paper: { number: '05/GUQ', day: '2020-12-01' } } : {});

/** Notes who declined by name: a unit's registration, or a document. */
export async function declineByName({ owner }: World, people: readonly Cast[], idOf: (record: string) => string): Promise<void> {
  for (const cast of people) {
    const { declined } = cast;
    if (!declined) continue;
    const [kind, step] = 'unit' in declined ? ['Registration', 'judge'] : ['Document', 'check'];
    const record = WITNESSES.find((witness) => witness.kind === kind && ('unit' in declined ? witness.unit === declined.unit : witness.type === declined.type)); // prettier-ignore
    const { rowCount } = await owner.query(
      `insert into recusal (id, bloc_id, province_id, cycle_id, record_kind, record_id, step, person_id, about_unit_id, reason, declared_by, declared_at)
       select gen_random_uuid(), r.bloc_id, r.province_id, r.cycle_id, $1, r.id, $2, p.id, ${'unit' in declined ? 'r.unit_id' : 'null'}, 'Vợ chồng.', p.id, now()
         from ${kind} r join person p on p.name = $4 where r.id = $3`,
      [kind, step, idOf(nameOf(record!)), `Người ${cast.name}`],
    );
    if (rowCount !== 1) throw new Error(`${cast.name} could not decline`);
  }
}
