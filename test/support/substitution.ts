import type { Me } from '@thidua/workflows/account/account.schema';
import { AREAS } from '@thidua/workflows/substitution/area';
import type { FittingPost, SubstitutionView } from '@thidua/workflows/substitution/substitution.schema';
import type { Browser } from './client.js';
import { addPerson } from './posts.js';
import { done } from './scores.js';
import type { SmallBloc } from './small-bloc.js';
import type { World } from './world.js';

/** Where the substitutions of a small bloc's province lie. */
export const substitutionsOf = (bloc: SmallBloc): string => `/api/provinces/tinh-${bloc.bloc}/substitutions`;

/** Every unit of a small bloc has a deputy: `u1.deputy` and so on. */
export async function addDeputies(world: World, bloc: SmallBloc, units: readonly string[]): Promise<void> {
  for (const unitCode of units)
    await addPerson(world, bloc, `${unitCode}.deputy`, [{ role: 'unit-deputy', title: 'Phó Chủ tịch', unitCode }]);
}

/** Whoever may be named by this person, and how. */
export const fittingFor = async (bloc: SmallBloc, person: string): Promise<FittingPost[]> =>
  done(await (await bloc.person(person)).get<{ items: FittingPost[] }>(`${substitutionsOf(bloc)}/fitting`)).items;

/** What a head names: whom, how, and what differs from a KT. of all areas until the end of 2020. */
export interface Naming {
  readonly [field: string]: unknown;
  readonly manner?: 'KT' | 'TUQ';
  /** For the head of the bloc, in the year. */
  readonly ofBloc?: boolean;
}

/** The draft by which one person names another who fits. @throws Error where the other does not fit */
export async function draftOf(
  bloc: SmallBloc,
  principal: string,
  substitute: string,
  { ofBloc = false, ...change }: Naming = {},
): Promise<object> {
  const manner = change.manner ?? 'KT';
  const found = (await fittingFor(bloc, principal)).find(
    (one) => one.name === `Người ${substitute}` && one.manner === manner && (one.year !== null) === ofBloc,
  );
  if (!found) throw new Error(`${substitute} does not fit for ${principal}`);
  return {
    principalPostId: found.principalPostId,
    substitutePostId: found.postId,
    manner,
    ...(found.year ? { cycleId: found.year.cycleId } : {}),
    areas: [...AREAS],
    to: '2020-12-31T10:00:00Z',
    ...(manner === 'TUQ' ? { paper: { number: '05/GUQ', day: '2020-12-01' } } : {}),
    ...change,
  };
}

/** One person names another. @throws Error when it is refused */
export async function name(bloc: SmallBloc, principal: string, substitute: string, naming: Naming = {}): Promise<SubstitutionView> {
  const draft = await draftOf(bloc, principal, substitute, naming);
  return done(await (await bloc.person(principal)).post<SubstitutionView>(substitutionsOf(bloc), draft));
}

/** Whoever gave it ends it. */
export const end = async (bloc: SmallBloc, principal: string, { id, version }: { readonly id: string; readonly version: number }) =>
  (await bloc.person(principal)).event<SubstitutionView>(`${substitutionsOf(bloc)}/${id}`, { type: 'end', version });

/** What a person is today. */
export const meAs = async (browser: Browser): Promise<Me> => done(await browser.get<Me>('/api/session'));
