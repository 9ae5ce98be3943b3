import { abilityFor, grantingPost, may, reachesBloc, reachesProvince } from '@thidua/workflows/ability';
import type { Actor } from '@thidua/workflows/actor';
import { Problem, type ProblemCode } from '@thidua/workflows/problem';
import { actorInJournal } from '../journal/acting.js';
import { canonicalJson, chain, NO_ENTRY } from '../journal/canonical.js';
import type { Reading } from './batch.js';
import type { At } from './caller.js';
import type { Beside, Wall } from './procedure.js';
import { addBeside, addEntry, addInsert, addKey, CteBuilder, type Statement } from './statement.js';

/** A record to be made: its columns in camel case, without id, scope, version and chain, which the door adds. */
export interface Creation {
  readonly id?: string;
  readonly kind: string;
  /** What the record is called when one like it exists already. */
  readonly what?: string;
  readonly table: string;
  readonly scope: Wall;
  readonly state: string;
  readonly columns: (actor: Actor, now: Date) => Readonly<Record<string, unknown>>;
  readonly beside?: readonly Beside[];
  /** What else the maker must be allowed, in the same bloc or province: a person is made together with posts that are given. */
  readonly demands?: readonly {
    readonly action: string;
    readonly kind: string;
    readonly record: object;
    readonly otherwise: ProblemCode;
  }[];
  /** What the journal keeps of the new record. */
  readonly entry?: Readonly<Record<string, unknown>>;
}

/** The statement that makes a record, once the reader may. @throws Problem 'forbidden' | what a demand says otherwise | 'not-found' in a bloc or province that is not there for the reader */
export function creation(at: At, id: string, made: Creation, reading: Reading): Statement {
  const { actor } = reading;
  const own = made.scope === 'bloc' ? { blocId: at.blocId, provinceId: at.provinceId } : { provinceId: at.provinceId };
  const columns = { ...made.columns(actor, reading.now), ...own };
  const record = { id, state: made.state, ...columns };
  const rights = abilityFor(actor);
  if (!may(rights, 'create', made.kind, record)) {
    // A bloc itself is made in its province, a province nowhere.
    const inBloc = made.scope === 'bloc' && id !== at.blocId;
    const there = inBloc ? reachesBloc(actor, rights, at) : id === at.provinceId || reachesProvince(actor, rights, at.provinceId);
    throw new Problem(there ? 'forbidden' : 'not-found');
  }
  for (const { action, kind, record: other, otherwise } of made.demands ?? [])
    if (!may(rights, action, kind, { ...other, ...own })) throw new Problem(otherwise);
  const post = grantingPost(actor, 'create', made.kind, record);
  const body = canonicalJson({
    ...made.entry,
    kind: made.kind,
    id,
    n: 1,
    version: 1,
    at: reading.at,
    business: reading.now,
    event: 'create',
    from: null,
    to: made.state,
    actor: actorInJournal(actor, post),
  });
  const hash = chain(NO_ENTRY, body);
  const cte = new CteBuilder();
  addInsert(cte, made.table, { id, ...columns, state: made.state, version: 1, entries: 1, head: hash });
  addEntry(cte, made.scope, made.kind, { n: 1, previous: NO_ENTRY, hash, body });
  addBeside(cte, made.beside ?? []);
  if (at.caller.key && actor.personId)
    addKey(cte, { personId: actor.personId, key: at.caller.key, requestHash: at.caller.requestHash }, made.scope);
  return cte.build('select version from u');
}
