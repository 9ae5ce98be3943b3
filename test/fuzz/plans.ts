import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { makings } from '../matrix/asking.js';
import { BLOCS, nameOf, PLAN, PROVINCES, STATES, WITNESSES, type Kind, type Witness } from '../matrix/plan.js';
import { ROUTES } from '../matrix/routes.data.js';
import { eventsIn } from '@thidua/workflows/advance';
import { machines } from '@thidua/workflows/machines';
import { expected, expectedOfMaking } from '../matrix/oracle.js';
import type { Operation, Schema } from './description.js';
import type { Sent } from './sending.js';
import { harms, HEADERS, spoilt, STRANGE_PARTS, STRANGE_QUERIES, type Harm } from './spoiling.js';
import type { Stage } from './stage.js';
import { CURRENT_VERSION, valueOf } from './values.js';

/** A request before it is sent: what is asked, by whom, of which record in which state. */
export interface Plan {
  /** Who asks, by name of the cast. */
  readonly reader: string;
  /** The record, where the route is of one, and the state that it is put into. */
  readonly record: { readonly kind: Kind; readonly id: string; readonly state: string } | null;
  readonly parts: Readonly<Record<string, string>>;
  readonly query: string;
  readonly body: { readonly value: unknown; readonly harm: readonly Harm[] } | null;
  /** A text in place of JSON. */
  readonly text: string | null;
  readonly header: readonly [string, string | null] | null;
}

/** Once in so many requests. */
const ONCE_IN = 8;
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: ONCE_IN - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const BODIES = [
  '',
  'null',
  '"x"',
  '[]',
  '{',
  '{"type":',
  '\u0000',
  'type=submit&version=1',
  '<x/>',
  '{"a":1}{"a":2}',
  '\ufeff{}',
  '{"type":"submit","type":"x"}',
];

/** The kind of record that a route is of; null for routes of no record. */
export function kindOf({ name }: Operation): Kind | null {
  const row = ROUTES[name];
  return row?.asked === 'record' ? row.kind : null;
}

/** A record of a kind where it lies. */
const recordOf = (kind: Kind, stage: Stage) =>
  fc
    .record({
      witness: fc.constantFrom(...WITNESSES.filter((one) => one.kind === kind)),
      state: fc.constantFrom(...(STATES[kind] as readonly string[])),
    })
    .map(({ witness, state }) => ({ witness, record: { kind, id: stage.rich.idOf(witness), state } }));

/** What stands in the address, by the names of the route's parts. */
function partsOf(stage: Stage, operation: Operation, witness: Witness | null): fc.Arbitrary<Record<string, string>> {
  const names = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const bloc = witness?.bloc ?? 'A';
  const word = operation.path.split('/')[2]!;
  const right: Readonly<Record<string, readonly string[]>> = {
    bloc: [PLAN[bloc].slug],
    province: [PROVINCES[PLAN[bloc].province]],
    id: witness ? [stage.rich.idOf(witness)] : word === 'dev' ? stage.letterIds : stage.pool.ids,
    documentId: [stage.rich.paperIds[bloc]],
    token: stage.tokens[word] ?? [],
    n: ['0', '1'],
  };
  const other: Readonly<Record<string, readonly string[]>> = {
    bloc: [...BLOCS.map((name) => PLAN[name].slug), 'khong-co', randomUUID()],
    province: [...Object.values(PROVINCES), 'khong-co', randomUUID()],
  };
  return fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof(
          { weight: 16, arbitrary: fc.constantFrom(...right[name]!) },
          { weight: 2, arbitrary: fc.constantFrom(...(other[name] ?? [...stage.pool.ids, randomUUID()])) },
          { weight: 1, arbitrary: fc.constantFrom(...STRANGE_PARTS) },
        ),
      ]),
    ),
  );
}

function queryOf(stage: Stage, { query }: Operation): fc.Arbitrary<string> {
  const right = fc
    .record(Object.fromEntries(Object.entries(query).map(([name, schema]) => [name, valueOf(schema, name, stage.pool)])), {
      requiredKeys: [],
    })
    .map((values) => new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString());
  const strange = fc.constantFrom(...STRANGE_QUERIES);
  return Object.keys(query).length > 0
    ? fc.oneof({ weight: 2, arbitrary: right }, { weight: 1, arbitrary: strange })
    : fc.oneof({ weight: 15, arbitrary: fc.constant('') }, { weight: 1, arbitrary: strange });
}

/** Who may do what is asked, as far as the policy says; nobody in particular where it says nothing. */
function whoMay(stage: Stage, { name, method }: Operation, witness: Witness | null, state: string, type: string): string[] {
  const row = ROUTES[name]!;
  const seen = { ...witness!, state };
  const may = stage.rich.actors.filter(({ cast }) => {
    if (row.asked === 'making')
      return BLOCS.some(
        (bloc) => expectedOfMaking(cast, row.made, name.includes(':bloc') ? { bloc: 'A' } : { province: PLAN[bloc].province }) === 'theirs',
      );
    if (row.asked !== 'record' || method === 'GET') return row.asked === 'page' && cast.name === 'administrator';
    return expected(cast, row.act === 'edit' || row.act === 'address-checkpoints' ? row.act : type, seen) === 'theirs';
  });
  return may.map(({ cast }) => cast.name);
}

const typeOf = (schema: Schema): string => String(schema.properties?.['type']?.enum?.[0]);

/** A whole draft that is taken as it stands, but for what must be its own: a year, a code, an address. */
const freshOf = (draft: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> =>
  fc.record({ year: fc.integer({ min: 1945, max: 2200 }), slug: fc.stringMatching(/^[a-z]{3,9}$/) }).map(({ year, slug }) => ({
    ...draft,
    ...('groups' in draft ? { year } : {}),
    ...('slug' in draft ? { slug } : {}),
    ...('code' in draft ? { code: slug } : {}),
    ...('email' in draft ? { email: `${slug}@mau.example` } : {}),
  }));

/** The bodies of a route, for a state of its record: of events for the most part those that the state knows. */
function bodiesOf(stage: Stage, { name, body }: Operation, kind: Kind | null): (state: string) => fc.Arbitrary<unknown> {
  const choices = (body!.schema.oneOf ?? [body!.schema]).map((schema) => ({
    type: typeOf(schema),
    value: valueOf(schema, 'body', stage.pool),
  }));
  const whole = makings(stage.rich).filter(
    ({ made, ask }) =>
      ROUTES[name]!.asked === 'making' &&
      made === (ROUTES[name] as { made: string }).made &&
      ask.path.split('/').length === name.split('/').length,
  );
  const any = fc.oneof(...choices.map(({ value }) => value), ...whole.map(({ ask }) => freshOf(ask.body!)));
  const machine = kind && machines[kind.toLowerCase()];
  return (state) => {
    const known = machine ? choices.filter(({ type }) => eventsIn(machine, state).includes(type)) : [];
    if (known.length === 0) return any;
    return fc.oneof({ weight: 6, arbitrary: fc.oneof(...known.map(({ value }) => value)) }, { weight: 1, arbitrary: any });
  };
}

/** Requests of a route: half of what its description takes, by those who may; half spoilt in some way, by anybody. */
export function plansOf(stage: Stage, operation: Operation): fc.Arbitrary<Plan> {
  const kind = kindOf(operation);
  const bodies = operation.body && !operation.body.type.endsWith('sheet') ? bodiesOf(stage, operation, kind) : null;
  const found = kind ? recordOf(kind, stage) : fc.constant({ witness: null, record: null });
  return found
    .chain(({ witness, record }) =>
      fc.record({
        witness: fc.constant(witness),
        record: fc.constant(record),
        value: bodies?.(record?.state ?? '') ?? fc.constant(undefined),
      }),
    )
    .chain(({ witness, record, value }) => {
      const may = whoMay(stage, operation, witness, record?.state ?? '', String((value as { type?: unknown } | undefined)?.type));
      const anybody = fc.constantFrom(...stage.readers);
      return fc.record({
        reader: may.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...may) }, { weight: 1, arbitrary: anybody }) : anybody,
        record: fc.constant(record),
        parts: partsOf(stage, operation, witness),
        query: queryOf(stage, operation),
        body: bodies ? fc.record({ value: fc.constant(value), harm: harms }) : fc.constant(null),
        text: operation.body ? sometimes(fc.constantFrom(...BODIES)) : fc.constant(null),
        header: sometimes(fc.constantFrom(...HEADERS)),
      });
    });
}

/** What is sent for a plan. `version`: of the record as it stands. */
export function sentOf(stage: Stage, operation: Operation, plan: Plan, version: number): Sent {
  const { method, path, body: wanted } = operation;
  const place = path.replaceAll(/:(\w+)/g, (_, name: string) => escaped(plan.parts[name]!));
  const text =
    plan.text ?? (plan.body ? spoilt(plan.body.value, plan.body.harm).replaceAll(`"${CURRENT_VERSION}"`, String(version)) : null);
  const headers: Record<string, string> = {
    ...stage.readerOf(plan.reader).headers,
    ...(method === 'GET' ? {} : { 'x-thidua': '1', 'idempotency-key': randomUUID() }),
    ...(text !== null && wanted ? { 'content-type': wanted.type } : {}),
  };
  if (plan.header) {
    const [name, value] = plan.header;
    if (value === null) delete headers[name];
    else headers[name] = name === 'cookie' && headers['cookie'] ? `${headers['cookie']}; ${value}` : value;
  }
  return { method, path: place + (plan.query ? `?${plan.query}` : ''), headers, body: method === 'GET' ? null : text };
}

/** A part of an address; what is escaped already stays as it is. */
const escaped = (part: string): string =>
  part.includes('%')
    ? part
    : Buffer.from(part)
        .toString('latin1')
        .replaceAll(/[^\w.~-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** A plan in a line, for whoever looks why it failed. */
export const planInWords = (stage: Stage, operation: Operation, plan: Plan, version: number): string => {
  const { method, path, headers, body } = sentOf(stage, operation, plan, version);
  const witness = plan.record && WITNESSES.find((one) => stage.rich.idOf(one) === plan.record!.id);
  const { cookie: _, ...told } = headers as Record<string, string>;
  return `${plan.reader}: ${method} ${path.slice(0, 300)} ${JSON.stringify(told).slice(0, 300)} ${String(body).slice(0, 400)} (${witness ? `${nameOf(witness)} ${plan.record!.state}` : 'no record'})`;
};
