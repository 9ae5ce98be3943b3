import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { PostDraft } from '@thidua/workflows/account/account.schema';
import type { YearFile, YearPerson } from '@thidua/workflows/year/year-file.schema';
import type { PersonSession } from './session.js';

/** What the set-up needs to know of its surroundings. */
export interface SetUpContext {
  readonly file: YearFile;
  readonly password: string;
  readonly administrator: PersonSession;
  /** The council secretary's session, once the person has been made. */
  council(): Promise<PersonSession>;
  setClock(on: string): Promise<void>;
}

/** The cycle as the council secretary sets it up: all units of the file are members. */
export function cycleDraft(file: YearFile): CycleDraft {
  const { acts: _acts, ...cycle } = file.cycle;
  return { ...cycle, members: file.units.map((unit) => unit.code), invented: file.invented.map((part) => part.sentence) };
}

/** People who must exist before the bloc: the council's, since its secretary makes bloc and year. */
const isCouncil = (person: YearPerson): boolean =>
  person.posts.every((post) => post.role === 'council-secretary' || post.role === 'council-member');
/** The first administrator is made by the command line; every other person over HTTP. */
const isAdministrator = (person: YearPerson): boolean => person.posts.some((post) => post.role === 'administrator');

function postDraft(file: YearFile, { unit, ...post }: YearPerson['posts'][number]): PostDraft {
  const inBloc = post.role === 'bloc-secretary' || post.role === 'records-officer' || post.role === 'observer';
  return { ...post, ...(unit ? { unitCode: unit } : {}), ...(inBloc ? { bloc: file.bloc.slug, year: file.cycle.year } : {}) };
}

/** Makes province, units, people, bloc and year over HTTP, each by the person whose task it is. */
export async function setUp(context: SetUpContext): Promise<{ cycleId: string }> {
  const { file, administrator } = context;
  const province = `/api/provinces/${file.province.slug}`;
  await context.setClock(file.setUp.on);
  await administrator.post('/api/provinces', file.province, '/province');
  for (const [at, unit] of file.units.entries()) await administrator.post(`${province}/units`, unit, `/units/${at}`);
  const others = file.people.filter((person) => !isAdministrator(person));
  const make = (person: YearPerson) => {
    const { id: _id, posts, ...draft } = person;
    const body = { ...draft, password: context.password, posts: posts.map((post) => postDraft(file, post)) };
    return administrator.post(`${province}/people`, body, `/people/${file.people.indexOf(person)}`);
  };
  for (const person of others.filter(isCouncil)) await make(person);
  const council = await context.council();
  await council.post('/api/blocs', { ...file.bloc, province: file.province.slug }, '/bloc');
  await context.setClock(file.cycle.acts[0]!.on);
  const { id } = await council.post<{ id: string }>(`/api/blocs/${file.bloc.slug}/cycles`, cycleDraft(file), '/cycle');
  for (const person of others.filter((candidate) => !isCouncil(candidate))) await make(person);
  return { cycleId: id };
}
