import { join } from 'node:path';
import { query } from './machine.mjs';
import { ADMIN, walk } from './program.mjs';
import { ask, demandHeadersOnce, startProxy } from './proxy.mjs';
import { demand } from './report.mjs';

/** The proxy's own configuration in front of the running program. */
export async function checkProxy(report, stopping, docker, { port, folder, secrets, api, serverUrl }) {
  const proxy = await report.step('nginx -t finds no fault, and nginx serves the program over TLS', () =>
    startProxy(docker, join(folder, 'nginx'), { secrets, upstreams: [port] }),
  );
  stopping.add(proxy.stop);
  const url = `https://localhost:${proxy.tls}`;
  await report.step('plain HTTP leads to TLS', async () => {
    const { status, headers } = await fetch(`http://127.0.0.1:${proxy.plain}/vi/sign-in`, { redirect: 'manual' });
    demand(status === 308 && headers.get('location') === 'https://127.0.0.1/vi/sign-in', `${status} ${headers.get('location')}`);
  });
  await report.step('each security header stands once', () => demandHeadersOnce(url));
  const { script } = await report.step('people sign in and find the web through the proxy', () =>
    walk(url, ADMIN, { ask, claims: { 'x-forwarded-for': '203.0.113.9' } }),
  );
  await report.step('a file of the web is asked of the program once', async () => {
    for (let times = 0; times < 3; times += 1) await ask(url + script);
    const asked = api
      .log()
      .split('\n')
      .filter((line) => line.includes(script)).length;
    demand(asked === 2, `${script} was asked of the program ${asked} times, once of them without the proxy`);
  });
  await report.step('a visitor’s claim in X-Forwarded-For reaches nobody', async () => {
    const rows = await query(serverUrl.replace(/postgres$/, 'thidua'), 'select distinct subject from sign_in_attempt');
    demand(
      rows.every(({ subject }) => !subject.includes('203.0.113.9')),
      'the claimed address was believed',
    );
  });
  await report.step('a body of 10 MB is refused by the program, in words', async () => {
    const headers = { 'x-thidua': '1', 'content-type': 'application/json' };
    const answer = await ask(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ email: 'x'.repeat(10_000_000) }) });
    demand(answer.status === 413 && (await answer.json()).code === 'too-large', `it was answered by ${answer.status}`);
  });
  await report.step('the secret of a receipt’s address is not in the proxy’s log', async () => {
    await ask(`${url}/api/receipts/rat-bi-mat-khong-ai-biet?ma=rat-bi-mat`);
    await ask(`${url}/vi/receipts/rat-bi-mat-khong-ai-biet`);
    demand(/\/api\/receipts\/…/.test(proxy.log()) && !proxy.log().includes('bi-mat'), 'the secret stands in the log');
  });
}
