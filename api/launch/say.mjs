/** A line of progress. */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Says what goes on while `work` runs: a line at the start, a sign of life every ten seconds, the time at the end when it was long.
 * @returns what `work` returns
 */
export async function during(what, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`• ${what} …`);
  const alive = setInterval(() => say(`  … ${seconds()} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    if (seconds() >= 3) say(`  ${seconds()} s`);
  }
}
