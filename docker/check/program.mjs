import { join } from 'node:path';
import { until } from '../../api/launch/processes.mjs';
import { start } from './machine.mjs';
import { demand } from './report.mjs';

/** The first administrator of the check. */
export const ADMIN = { email: 'quan-tri@thi-dua.gov.vn', password: 'một câu dài chỉ để kiểm tra' };

/** The services of the compose file as processes of this machine: the image's environment, then the service's, then what this machine must change. */
export class Services {
  constructor(compose, image, { folder, user, changed, secrets }) {
    Object.assign(this, { compose, image, folder, user, changed, secrets });
    this.at = join(image.folder, image.at);
  }

  environmentOf(name) {
    const own = Object.entries(this.compose.services[name].environment).map(([variable, value]) => [
      variable,
      String(value).replace('/run/secrets', this.secrets),
    ]);
    return { PATH: process.env.PATH, ...this.image.env, ...Object.fromEntries(own), ...this.changed };
  }

  /** Starts a service; `args` come after its command. */
  start(name, args = [], more = {}) {
    const { entrypoint = [], command = this.image.cmd } = this.compose.services[name];
    const [program, ...rest] = [...entrypoint, ...command, ...args];
    return start(program === 'node' ? process.execPath : program, rest, {
      cwd: this.at,
      env: { ...this.environmentOf(name), ...more },
      log: join(this.folder, `${name}.log`),
      user: this.user,
    });
  }

  /** Runs a service to its end. @throws Error with its log when it fails */
  async run(name, args, more) {
    const running = this.start(name, args, more);
    const code = await running.ended;
    demand(code === 0, `${name} ${args?.join(' ') ?? ''} ended with ${code}:\n${running.log().slice(-3000)}`);
    return running.log();
  }
}

/** Waits until /api/health answers 200. @returns its parts */
export async function demandHealthy(port, api) {
  let last = 'no answer';
  const well = await until(
    async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch((error) => error);
      last = answer.status ? `${answer.status} ${await answer.text()}` : String(answer.cause?.code ?? answer.message);
      return answer.status === 200;
    },
    60_000,
    200,
  );
  demand(well, `/api/health: ${last}\n${api.log().slice(-3000)}`);
  return JSON.parse(last.slice(4)).parts;
}

const HEADERS = { 'x-thidua': '1', 'content-type': 'application/json' };

/** What a stranger and an administrator see of a program in production. @throws Error naming what is not as it must be */
export async function walk(url, { email, password }, { ask = fetch, claims = {} } = {}) {
  const signIn = (credentials) =>
    ask(`${url}/api/session`, { method: 'POST', headers: { ...HEADERS, ...claims }, body: JSON.stringify(credentials) });
  const signedIn = await signIn({ email, password });
  demand(signedIn.status === 201, `signing in was answered by ${signedIn.status}`);
  const cookie = signedIn.headers.get('set-cookie') ?? '';
  for (const word of ['HttpOnly', 'Secure', 'SameSite'])
    demand(cookie.includes(word), `the cookie is not ${word}: ${cookie.replace(/=[^;]+/, '=…')}`);
  demand((await signedIn.json()).mode === 'production', 'the program does not say that it is in production');
  demand((await signIn({ email, password: 'đoán' })).status === 401, 'a wrong password was not refused');
  const development = await ask(`${url}/api/dev/clock`, { headers: { cookie: cookie.split(';')[0] } });
  demand(development.status === 404, `/api/dev/clock was answered by ${development.status}`);
  const page = await ask(`${url}/vi/`);
  const html = await page.text();
  demand(page.status === 200 && html.includes('<base href="/vi/"'), `/vi/ was answered by ${page.status}`);
  const [, script] = /src="(main-[\w-]+\.js)"/.exec(html);
  const file = await ask(`${url}/vi/${script}`);
  demand(
    file.status === 200 && /immutable/.test(file.headers.get('cache-control')),
    `${script} may not be kept: ${file.headers.get('cache-control')}`,
  );
  return { script: `/vi/${script}` };
}
