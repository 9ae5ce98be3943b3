import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import type { Answer } from './client.js';
import { cardOf, cardPath, done, nameOf, sheetOf, sheetPath } from './scores.js';
import type { SmallBloc } from './small-bloc.js';
import type { World } from './world.js';

/** Why somebody declines. */
export const CONFLICT = 'Chủ tịch hai hội là vợ chồng.';

/** The head of a rater declines to score a unit. */
export async function declineSheet(bloc: SmallBloc, rater: string, unit: string, reason = CONFLICT): Promise<Answer<SheetView>> {
  const sheet = await sheetOf(bloc, rater, unit);
  return (await bloc.person(`${rater}.head`)).event<SheetView>(sheetPath(bloc, sheet), { type: 'recuse', version: sheet.version, reason });
}

/** A person sends an event to a unit's card, whose newest version is read by the secretary. */
export async function onCard(
  bloc: SmallBloc,
  person: string,
  unit: string,
  event: { type: string } & Record<string, unknown>,
): Promise<Answer<ScorecardView>> {
  const card = await cardOf(bloc, 'secretary', unit);
  return (await bloc.person(person)).event<ScorecardView>(cardPath(bloc, card), { version: card.version, ...event });
}

/** A unit's registration as a person sees it. */
export async function registrationOf(bloc: SmallBloc, person: string, unit: string): Promise<RegistrationView> {
  const list = done(await (await bloc.person(person)).get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
  return list.items.find(({ unitShortName }) => unitShortName === nameOf(unit))!;
}

/** A person sends an event to a unit's registration. */
export async function onRegistration(
  bloc: SmallBloc,
  person: string,
  unit: string,
  event: { type: string } & Record<string, unknown>,
): Promise<Answer<RegistrationView>> {
  const { id, version } = await registrationOf(bloc, 'secretary', unit);
  return (await bloc.person(person)).event<RegistrationView>(`${bloc.path}/registrations/${id}`, { version, ...event });
}

/** Whom the letters about a record went to, by e-mail name, with the letter's name. */
export async function lettersOn(world: World, recordId: string, letter: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ name: string }>(
    'select split_part(address, $3, 1) as name from delivery where record_id = $1 and letter = $2 order by created_at, n, address',
    [recordId, letter, '@'],
  );
  return rows.map(({ name }) => name);
}
