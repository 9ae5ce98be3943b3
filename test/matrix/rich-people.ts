import type { Me } from '@thidua/workflows/account/account.schema';
import type { Browser } from '../support/client.js';
import { PASSWORD, type World } from '../support/world.js';
import { personOf } from './oracle.js';
import type { Cast, CastPost } from './people.data.js';
import { BLOCS, blocOf, PLAN, PROVINCES } from './plan.js';

/** The last day of the terms that end. */
export const LAST_DAY = '2020-12-14';

/** Somebody of the matrix with the headers by which the program knows them. */
export interface Actor {
  readonly cast: Cast;
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws Error with the answer when the set-up was refused */
export const made = (answer: { status: number; text: string }): void => {
  if (answer.status >= 300) throw new Error(`Set-up was refused: ${answer.text}`);
};

/** The provinces of the plan, each with its units. */
export async function makeProvinces(admin: Browser): Promise<void> {
  for (const slug of Object.values(PROVINCES)) {
    const body = { name: `Hội đồng ${slug}`, shortName: 'Hội đồng', email: `hoi-dong@${slug}.example` };
    const board = { ...body, name: `Ban ${slug}`, email: `ban@${slug}.example` };
    made(await admin.post('/api/provinces', { slug, name: `Tỉnh ${slug}`, council: body, board }));
  }
  for (const bloc of BLOCS)
    for (const code of PLAN[bloc].units) {
      const names = [
        { name: `Hội ${code.toUpperCase()} tỉnh`, shortName: `Hội ${code.toUpperCase()}`, nameEn: `Union ${code}`, from: '1990-01-01' },
      ];
      made(await admin.post(`/api/provinces/${PROVINCES[PLAN[bloc].province]}/units`, { code, email: `${code}@mau.example`, names }));
    }
}

/** What the form of a new person asks of a post. */
function postDraft({ role, unit, bloc, term }: CastPost): Record<string, unknown> {
  return {
    role,
    title: 'Chức danh',
    from: term === 'to come' ? '2020-12-16' : '2020-01-01',
    ...(term === 'ended' ? { to: LAST_DAY } : {}),
    ...(unit ? { unitCode: unit } : {}),
    ...(bloc ? { bloc: PLAN[bloc].slug, year: 2020 } : {}),
  };
}

const provinceOf = ({ posts: [post] }: Cast): string =>
  PROVINCES[post?.province ?? (post?.unit ? PLAN[blocOf(post.unit)].province : post?.bloc ? PLAN[post.bloc].province : 'P')];

export const emailOf = (cast: Cast): string =>
  `${personOf(cast)
    .replaceAll(/[^a-zA-Z0-9.]+/g, '-')
    .toLowerCase()}@mau.example`;

/** Somebody of the matrix with all posts that are their own. */
export async function makePerson(admin: Browser, cast: Cast): Promise<void> {
  const draft = {
    name: `Người ${personOf(cast)}`,
    email: emailOf(cast),
    password: PASSWORD,
    posts: cast.posts.filter(({ instead }) => !instead).map(postDraft),
  };
  made(await admin.post(`/api/provinces/${provinceOf(cast)}/people`, draft));
}

/** Signs somebody in, on the last day of the terms that end. */
export async function enter(world: World, cast: Cast): Promise<Actor> {
  if (cast.session === 'none') return { cast, headers: {} };
  if (cast.session === 'made up') return { cast, headers: { cookie: 'thidua_session=made-up' } };
  const answer = await fetch(`${world.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-thidua': '1' },
    body: JSON.stringify({ email: emailOf(cast), password: PASSWORD }),
  });
  if (answer.status !== 201) throw new Error(`${cast.name} could not sign in: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith('thidua_session='))!;
  const me = (await answer.json()) as Me;
  const chosen = cast.acting === undefined ? null : me.posts.find(({ role }) => role === cast.posts[cast.acting!]!.role)!.id;
  return { cast, headers: { cookie: cookie.split(';')[0]!, ...(chosen ? { 'acting-as': chosen } : {}) } };
}
