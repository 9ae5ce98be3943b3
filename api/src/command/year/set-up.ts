import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { PostDraft } from '@thidua/workflows/account/account.schema';
import { firstAdministrator, heldInBloc } from '@thidua/workflows/year/cast';
import type { YearFile, YearPerson } from '@thidua/workflows/year/year-file.schema';
import { inParallel } from './in-parallel.js';
import type { PersonSession } from './session.js';

/** What the set-up needs to know of its surroundings. */
export interface SetUpContext {
  readonly file: YearFile;
  readonly password: string;
  readonly administrator: PersonSession;
  /** The session of the council's secretary, once the person has been made. */
  council(): Promise<PersonSession>;
  setClock(on: string): Promise<void>;
}

/** The cycle as the council secretary sets it up: all units of the file are members. */
export function cycleDraft(file: YearFile): CycleDraft {
  const { acts: _acts, ...cycle } = file.cycle;
  return { ...cycle, members: file.units.map((unit) => unit.code), invented: file.invented.map((part) => part.sentence) };
}

/** Whose post names the bloc and its year, and so cannot be given before these exist. */
const isOfBloc = (person: YearPerson): boolean => person.posts.some((post) => heldInBloc(post.role));

function postDraft(file: YearFile, { unit, ...post }: YearPerson['posts'][number]): PostDraft {
  const scope = heldInBloc(post.role) ? { bloc: file.bloc.slug, year: file.cycle.year } : {};
  return { ...post, ...(unit ? { unitCode: unit } : {}), ...scope };
}

/**
 * Makes province, units, people, bloc and year over HTTP, each by the person whose task it is. The first administrator is there already:
 * the command line makes that account.
 */
export async function setUp(context: SetUpContext): Promise<{ cycleId: string }> {
  const { file, administrator } = context;
  const province = `/api/provinces/${file.province.slug}`;
  await context.setClock(file.setUp.on);
  await administrator.post('/api/provinces', file.province, '/province');
  await inParallel([...file.units.entries()], ([at, unit]) => administrator.post(`${province}/units`, unit, `/units/${at}`));
  const others = file.people.filter((person) => person !== firstAdministrator(file));
  const make = (person: YearPerson) => {
    const { id: _id, posts, ...draft } = person;
    const body = { ...draft, password: context.password, posts: posts.map((post) => postDraft(file, post)) };
    return administrator.post(`${province}/people`, body, `/people/${file.people.indexOf(person)} (${person.name})`);
  };
  await inParallel(
    others.filter((person) => !isOfBloc(person)),
    make,
  );
  const council = await context.council();
  await council.post('/api/blocs', { ...file.bloc, province: file.province.slug }, '/bloc');
  await context.setClock(file.cycle.acts[0]!.on);
  const { id } = await council.post<{ id: string }>(`/api/blocs/${file.bloc.slug}/cycles`, cycleDraft(file), '/cycle');
  await inParallel(others.filter(isOfBloc), make);
  return { cycleId: id };
}
