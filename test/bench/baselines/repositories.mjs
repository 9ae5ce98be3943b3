import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource, EntitySchema } from 'typeorm';
import { and, setup, transition } from 'xstate';
import { serveRounds } from './rounds.mjs';

/** The same transition as many would write it: entities, repositories, one transaction, CASL and XState, one await after the other. */
const entity = (name, columns) =>
  new EntitySchema({
    name,
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, type]) => {
        const [of, primary] = type.split(' ');
        return [
          column,
          { type: of, primary: primary === 'key', nullable: true, name: column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) },
        ];
      }),
    ),
  });

const place = { blocId: 'uuid', provinceId: 'uuid' };
const Registration = entity('registration', {
  id: 'uuid key',
  ...place,
  cycleId: 'uuid',
  unitId: 'uuid',
  groupId: 'uuid',
  reviewerUnitId: 'uuid',
  version: 'int',
  entries: 'int',
  head: 'text',
  state: 'text',
  updatedAt: 'timestamptz',
  aim: 'jsonb',
  targets: 'jsonb',
  note: 'text',
  reason: 'text',
  submittedAt: 'timestamptz',
});
const Cycle = entity('cycle', { id: 'uuid key', ...place, state: 'text', year: 'int', rules: 'jsonb' });
const Bloc = entity('bloc', { id: 'uuid key', blocId: 'uuid', shortName: 'text' });
const UnitName = entity('unit_name', { id: 'uuid key', unitId: 'uuid', shortName: 'text', validFrom: 'date' });
const Journal = entity('journal', {
  recordId: 'uuid key',
  n: 'int key',
  ...place,
  recordKind: 'text',
  prev: 'text',
  hash: 'text',
  body: 'text',
});
const Key = entity('idempotency', {
  blocId: 'uuid key',
  personId: 'uuid key',
  key: 'uuid key',
  provinceId: 'uuid',
  requestHash: 'text',
  recordId: 'uuid',
  n: 'int',
});
const Delivery = entity('delivery', {
  id: 'uuid key',
  ...place,
  recordKind: 'text',
  recordId: 'uuid',
  n: 'int',
  letter: 'text',
  facts: 'jsonb',
  personId: 'uuid',
  unitId: 'uuid',
  recipientName: 'text',
  address: 'text',
});

const machine = setup({
  guards: {
    open: ({ context }) => context.open,
    inTime: ({ context }) => context.inTime,
    aim: ({ context }) => context.aim,
    targets: ({ context }) => context.targets > 0,
    evidence: ({ context }) => context.bare === 0,
  },
}).createMachine({
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: { on: { submit: { guard: and(['open', 'inTime', 'aim', 'targets', 'evidence']), target: 'submitted' } } },
    submitted: { on: { recall: { guard: 'open', target: 'draft' } } },
  },
});

function rightsOf(actor) {
  const { can, build } = new AbilityBuilder(createMongoAbility);
  for (const post of actor.posts) if (post.role === 'unit-head') can(['read', 'submit', 'recall'], 'Registration', { unitId: post.unitId });
  return build();
}

const nameOf = (manager, unitId) => manager.getRepository(UnitName).findOne({ where: { unitId }, order: { validFrom: 'DESC' } });

/** One event through repositories. */
async function pass(manager, { bloc, own, type, key }) {
  await manager.query(`select set_config('app.bloc', $1, true), set_config('app.province', $2, true)`, [bloc.blocId, bloc.provinceId]);
  const [{ actor }] = await manager.query('select actor, recusals from who_asks($1)', [own.token]);
  const cycle = await manager.getRepository(Cycle).findOneOrFail({ where: { id: bloc.cycleId }, lock: { mode: 'pessimistic_read' } });
  const record = await manager.getRepository(Registration).findOneByOrFail({ id: own.id, blocId: bloc.blocId });
  const used = await manager.getRepository(Key).findOneBy({ blocId: bloc.blocId, personId: actor.personId, key });
  if (used || !rightsOf(actor).can(type, subject('Registration', { ...record }))) throw new Error('refused');
  const last = await manager.getRepository(Journal).findOneBy({ recordId: record.id, n: record.entries });
  if (record.entries > 0 && last?.hash !== record.head) throw new Error('broken');
  const [{ now }] = await manager.query('select business_now() as now');
  const { shortName } = await manager.getRepository(Bloc).findOneByOrFail({ id: bloc.blocId });
  const [unit, reviewer] = [await nameOf(manager, record.unitId), await nameOf(manager, record.reviewerUnitId)];
  const context = {
    open: cycle.state === 'open',
    inTime: now.toISOString().slice(0, 10) <= cycle.rules.deadlines.registration,
    aim: cycle.rules.titles.some(({ code }) => code === record.aim.code),
    targets: record.targets.length,
    bare: record.targets.filter(({ evidence }) => evidence === '').length,
  };
  const from = record.state;
  const snapshot = machine.resolveState({ value: from, context });
  if (!snapshot.can({ type })) throw new Error('refused by the machine');
  const [next] = transition(machine, snapshot, { type });
  const n = record.entries + 1;
  const body = JSON.stringify({ actor: actor.personId, at: new Date(), event: type, from, to: next.value, id: record.id, n });
  const hash = createHash('sha256').update(`${record.head}\n${body}`).digest('hex');
  const prev = record.head;
  Object.assign(record, {
    state: next.value,
    version: record.version + 1,
    entries: n,
    head: hash,
    updatedAt: new Date(),
    submittedAt: now,
  });
  await manager.getRepository(Registration).save(record);
  const own2 = { blocId: bloc.blocId, provinceId: bloc.provinceId };
  await manager.getRepository(Journal).save({ ...own2, recordKind: 'Registration', recordId: record.id, n, prev, hash, body });
  if (type === 'submit')
    await sendLetters(manager, { record, n, facts: { bloc: shortName, unit: unit.shortName, by: reviewer.shortName } });
  await manager.getRepository(Key).save({ ...own2, personId: actor.personId, key, requestHash: 'a'.repeat(64), recordId: record.id, n });
}

async function sendLetters(manager, { record, n, facts }) {
  const people = await manager.query(`select * from addressees(array['unit-head'], $1, null, null, null)`, [record.reviewerUnitId]);
  const { blocId, provinceId } = record;
  const letter = { blocId, provinceId, recordKind: 'Registration', recordId: record.id, n, letter: 'registration-submitted', facts };
  await manager.getRepository(Delivery).save(
    people.map(({ person_id: personId, unit_id: unitId, name, address }) => ({
      id: randomUUID(),
      ...letter,
      personId,
      unitId,
      recipientName: name,
      address,
    })),
  );
}

await serveRounds(async ({ appUrl, bloc }) => {
  const entities = [Registration, Cycle, Bloc, UnitName, Journal, Key, Delivery];
  const source = await new DataSource({ type: 'postgres', url: appUrl, entities, extra: { max: 20 } }).initialize();
  const records = bloc.registrations.map(({ id, token }) => ({ id, token: Buffer.from(token, 'hex'), submitted: false }));
  return {
    operation: async (worker) => {
      const own = records[worker];
      const type = own.submitted ? 'recall' : 'submit';
      await source.transaction((manager) => pass(manager, { bloc, own, type, key: randomUUID() }));
      own.submitted = !own.submitted;
    },
    close: () => source.destroy(),
  };
});
