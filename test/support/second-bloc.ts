import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import { done } from './scores.js';
import type { SmallBloc } from './small-bloc.js';
import { PASSWORD, type World } from './world.js';

/**
 * Another bloc of the same province and units, as far as its report is frozen: its own secretary and records officer, the heads of the
 * first. What its meeting decided is left out; only its report is asked for.
 */
export async function besideBloc(world: World, first: SmallBloc, slug: string, cycle: CycleDraft): Promise<SmallBloc> {
  const province = `tinh-${first.bloc}`;
  const council = await first.person('council');
  const draft = { province, slug, name: 'Khối thi đua bên cạnh', shortName: 'Khối bên', nameEn: 'Bloc beside', symbol: 'KTĐT' };
  done(await council.post('/api/blocs', { ...draft, place: 'Bắc Giang', superior: 'HỘI ĐỒNG TĐ-KT TỈNH', issuerLines: ['KHỐI BÊN'] }));
  const path = `/api/blocs/${slug}`;
  const { id } = done(await council.post<{ id: string }>(`${path}/cycles`, cycle));
  const admin = await world.admin();
  for (const [name, role] of [
    ['secretary', 'bloc-secretary'],
    ['records', 'records-officer'],
  ] as const) {
    const posts = [{ role, title: 'Người giúp việc', bloc: slug, year: cycle.year, from: '2020-01-01' }];
    done(await admin.post(`/api/provinces/${province}/people`, { name, email: `${name}@${slug}.example`, password: PASSWORD, posts }));
  }
  await world.owner.query(
    `insert into report (id, bloc_id, province_id, cycle_id, state, frozen_at) select gen_random_uuid(), bloc_id, province_id, id, 'frozen', now() from cycle where id = $1`,
    [id],
  );
  const own = new Map<string, ReturnType<World['signIn']>>();
  return {
    ...first,
    bloc: slug,
    path,
    cycleId: id,
    person: (name) => {
      if (!['secretary', 'records'].includes(name)) return first.person(name);
      if (!own.has(name)) own.set(name, world.signIn(`${name}@${slug}.example`));
      return own.get(name)!;
    },
  };
}
