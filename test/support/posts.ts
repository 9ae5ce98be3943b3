import type { Me } from '@thidua/workflows/account/account.schema';
import type { PersonRecord } from '@thidua/workflows/person/person.schema';
import type { UnitRecord } from '@thidua/workflows/unit/unit.schema';
import { done } from './scores.js';
import type { SmallBloc } from './small-bloc.js';
import { PASSWORD, type World } from './world.js';

const REASON = 'Theo quyết định điều động số 12/QĐ-LH';
const peopleOf = (bloc: SmallBloc): string => `/api/provinces/tinh-${bloc.bloc}/people`;

async function personOf(bloc: SmallBloc, name: string): Promise<PersonRecord> {
  const list = await (await bloc.person('council')).get<{ items: PersonRecord[] }>(`${peopleOf(bloc)}?q=${name}`);
  return done(list).items.find(({ email }) => email.startsWith(`${name}@`))!;
}

async function send(bloc: SmallBloc, name: string, event: { type: string } & Record<string, unknown>): Promise<PersonRecord> {
  const { id, version } = await personOf(bloc, name);
  return done(await (await bloc.person('council')).event<PersonRecord>(`${peopleOf(bloc)}/${id}`, { version, ...event }));
}

/** What a post has where a test does not care. */
const DATED = { title: 'Chức danh', from: '2020-01-01' };

/** Somebody more in a small bloc: `addPerson(world, bloc, 'u1.deputy', [{ role: 'unit-deputy', title: 'Phó Chủ tịch', unitCode: 'u1' }])`. */
export async function addPerson(world: World, bloc: SmallBloc, name: string, posts: readonly object[]): Promise<void> {
  const draft = { name: `Người ${name}`, email: `${name}@${bloc.bloc}.example`, password: PASSWORD };
  const dated = posts.map((post) => ({ ...DATED, ...post }));
  done(await (await world.admin()).post(peopleOf(bloc), { ...draft, posts: dated }));
}

/** One more post of somebody, as the administrator gives it. */
export async function addPost(world: World, bloc: SmallBloc, name: string, post: object): Promise<void> {
  const { id, version } = await personOf(bloc, name);
  done(await (await world.admin()).event(`${peopleOf(bloc)}/${id}`, { type: 'give-post', version, post: { ...DATED, ...post } }));
}

/** Somebody leaves today: their posts end at midnight, their account at once. */
export const leave = (bloc: SmallBloc, name: string): Promise<PersonRecord> => send(bloc, name, { type: 'leave', reason: REASON });

/** Ends the term of a unit's head yesterday, and gives it from today to a new person, who signs in under the second name. */
export async function handOver(bloc: SmallBloc, from: string, to: string): Promise<void> {
  const { today } = (await (await bloc.person('council')).get<Me>('/api/session')).body;
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const post = (await personOf(bloc, from)).posts.find(({ role }) => role === 'unit-head')!;
  await send(bloc, from, { type: 'end-post', postId: post.id, on: yesterday, reason: REASON });
  const posts = [{ role: 'unit-head', title: post.title, unitCode: from.split('.')[0], from: today }];
  const person = { name: `Người ${to}`, email: `${to}@${bloc.bloc}.example`, password: PASSWORD, posts };
  done(await (await bloc.person('council')).post(peopleOf(bloc), person));
}

/** A unit's people have their last day today, on which the council's secretary records that it is dissolved; `on` is another day for that. */
export async function dissolve(bloc: SmallBloc, unitCode: string, on?: string): Promise<void> {
  const council = await bloc.person('council');
  const { today } = (await council.get<Me>('/api/session')).body;
  for (const name of [`${unitCode}.officer`, `${unitCode}.head`])
    for (const { id } of (await personOf(bloc, name)).posts)
      await send(bloc, name, { type: 'end-post', postId: id, on: today, reason: REASON });
  done(await onUnit(bloc, unitCode, { type: 'dissolve', on: on ?? today, basis: REASON }));
}

/** What the council's secretary records of a unit. */
export async function onUnit(bloc: SmallBloc, unitCode: string, event: Record<string, unknown> & { type: string }) {
  const council = await bloc.person('council');
  const units = `/api/provinces/tinh-${bloc.bloc}/units`;
  const { items } = done(await council.get<{ items: UnitRecord[] }>(`${units}?q=${unitCode}`));
  const { id, version } = items.find(({ code }) => code === unitCode)!;
  return council.event<UnitRecord>(`${units}/${id}`, { version, ...event });
}
