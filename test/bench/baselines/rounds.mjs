/**
 * Serves one variant of a bench to the harness, which started this program: each message asks for a round of so many seconds over so
 * many connections, each answer says how many operations were done in how many seconds, and in how many of
 * this process's own. Between rounds the program is idle.
 * @param {(settings: object) => Promise<{ operation: (worker: number) => Promise<unknown>, close?: () => Promise<void> }>} prepare
 */
export async function serveRounds(prepare) {
  const { operation, close } = await prepare(JSON.parse(process.env.BENCH_SETTINGS ?? '{}'));
  process.on('message', (asked) => {
    if (asked === 'end') void Promise.resolve(close?.()).then(() => process.disconnect());
    else void round(operation, asked).then((done) => process.send(done));
  });
  process.send('ready');
}

/** One round: every connection does one operation after the other until the time is over. */
async function round(operation, { seconds, connections }) {
  const processor = process.cpuUsage();
  const began = performance.now();
  const until = began + seconds * 1000;
  let operations = 0;
  const work = async (worker) => {
    while (performance.now() < until) {
      await operation(worker);
      operations += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => work(worker)));
  const { user, system } = process.cpuUsage(processor);
  return { operations, seconds: (performance.now() - began) / 1000, processor: (user + system) / 1_000_000 };
}
