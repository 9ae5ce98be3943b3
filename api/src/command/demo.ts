import { playOrder, personFor } from '@thidua/workflows/year/timeline';
import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { roleName } from '@thidua/workflows/words';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { AppModule } from '../app.module.js';
import { inDataDir, type Config } from '../platform/config/config.js';
import { createServer } from '../platform/http/server.js';
import { createAdministrator } from './administrator.js';
import { People } from './year/people.js';
import { Program } from './year/program.js';
import { setUp } from './year/set-up.js';
import { PersonSession } from './year/session.js';

/** The one password of everybody in the demonstration; it is printed beside the accounts. */
export const DEMO_PASSWORD = 'Thi-dua-2020-ban-mau';
const FILE = fileURLToPath(new URL('../../data/2020.json', import.meta.url));

/** Whether the database holds nothing yet. */
async function isEmpty(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ empty: boolean }>(
      'select not exists (select 1 from place) and not exists (select 1 from account) as empty',
    );
    return rows[0]!.empty;
  } finally {
    await owner.end();
  }
}

/**
 * Loads the bloc of 2020 into an empty database, up to the day on which its year opens for registration; the rest is for people to play.
 * Every write is an HTTP request under the session of the person whose task it is, on a server of this process.
 * @returns whether anything was loaded
 */
export async function loadDemo(config: Config, ownerUrl: string): Promise<boolean> {
  if (!(await isEmpty(ownerUrl))) return false;
  const file = YearFile.parse(JSON.parse(await readFile(FILE, 'utf8')));
  const administrator = file.people.find((person) => person.posts.some((post) => post.role === 'administrator'))!;
  await createAdministrator(ownerUrl, administrator.email, administrator.name, DEMO_PASSWORD);
  const app = await createServer(AppModule.for('development'), { ...config, logLevel: 'warn' });
  try {
    await app.listen(0, '127.0.0.1');
    await openYear(await app.getUrl(), file);
  } finally {
    await app.close();
  }
  await writeFile(inDataDir(config, 'demo-accounts.json'), JSON.stringify(accountsOf(file), null, 2));
  return true;
}

async function openYear(url: string, file: YearFile): Promise<void> {
  const people = new People(url, file, DEMO_PASSWORD);
  const program = new Program(url);
  const administrator = file.people.find((person) => person.posts.some((post) => post.role === 'administrator'))!;
  const { cycleId } = await setUp({
    file,
    password: DEMO_PASSWORD,
    administrator: await PersonSession.open(url, administrator.email, DEMO_PASSWORD),
    council: () => people.withRole('council-secretary'),
    setClock: (on) => program.setClock(on),
  });
  const open = playOrder(file).find((act) => act.kind === 'Cycle' && act.type === 'open')!;
  const head = await people.session(personFor(file, open)!);
  await program.setClock(open.on);
  await head.post(`/api/blocs/${file.bloc.slug}/cycles/${cycleId}/events`, { type: 'open', version: 1 }, open.pointer);
}

/** The accounts that the launcher prints: one of each kind of task, then the rest by unit. */
function accountsOf(file: YearFile): { email: string; password: string; who: string; can: string }[] {
  const unitName = new Map(file.units.map((unit) => [unit.code, unit.names[0]!.shortName]));
  return file.people.map((person) => {
    const post = person.posts[0]!;
    const unit = post.unit ? ` (${unitName.get(post.unit)})` : '';
    return { email: person.email, password: DEMO_PASSWORD, who: `${person.name}, ${post.title}${unit}`, can: roleName(post.role, 'vi') };
  });
}
