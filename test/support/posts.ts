import type { Me } from '@thidua/workflows/account/account.schema';
import type { PersonRecord } from '@thidua/workflows/person/person.schema';
import { done } from './scores.js';
import type { SmallBloc } from './small-bloc.js';
import { PASSWORD } from './world.js';

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

/** Gives posts of the bloc's year to somebody who holds another already. */
export async function giveToo(bloc: SmallBloc, name: string, roles: readonly string[]): Promise<void> {
  const year = { bloc: bloc.bloc, year: 2020, from: '2020-01-01' };
  for (const role of roles) await send(bloc, name, { type: 'give-post', post: { role, title: 'Người kiêm nhiệm', ...year } });
}

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
