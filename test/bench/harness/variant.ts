import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one round did. */
export interface Done {
  readonly operations: number;
  /** From the first operation's begin to the last one's end. */
  readonly seconds: number;
  /** Seconds of the processor that the program itself took, without the database; only a program of its own tells. */
  readonly processor?: number;
}

/** One way to do a thing, to be measured against others. */
export interface Variant {
  readonly name: string;
  /** Does it again and again for about so many seconds, over so many connections at once. */
  round(seconds: number, connections: number): Promise<Done>;
  close(): Promise<void>;
}

const folder = new URL('../', import.meta.url);
/** The flags by which Node runs the TypeScript of the tests as it stands. */
export const TYPESCRIPT = ['--experimental-transform-types', '--no-warnings', '--import', new URL('typescript.mjs', folder).href];

/**
 * A variant that is a program of its own: no variant warms or litters the memory of another.
 * @param file below test/bench, e.g. `programs/door.ts`; it serves rounds (baselines/rounds.mjs)
 * @param settings what the program is told, as JSON
 */
export async function program(name: string, file: string, settings: object, flags: readonly string[] = []): Promise<Variant> {
  const child = fork(fileURLToPath(new URL(file, folder)), {
    execArgv: [...(file.endsWith('.ts') ? TYPESCRIPT : []), ...flags],
    env: { ...process.env, BENCH_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await answer(child, name);
  return {
    name,
    round: async (seconds, connections) => {
      child.send({ seconds, connections });
      return (await answer(child, name)) as Done;
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('end');
      await ended;
    },
  };
}

/** What the program says next. @throws Error when it ends instead */
function answer(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The program of “${name}” ended with ${code} in the middle of its work`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** A variant within this process: what the database alone does, where the program only waits. */
export const within = (
  name: string,
  operation: (worker: number) => Promise<unknown>,
  close = async () => undefined as unknown,
): Variant => ({
  name,
  round: async (seconds, connections) => {
    const began = performance.now();
    let operations = 0;
    const work = async (worker: number) => {
      do {
        await operation(worker);
        operations += 1;
      } while (performance.now() < began + seconds * 1000);
    };
    await Promise.all(Array.from({ length: connections }, (_, worker) => work(worker)));
    return { operations, seconds: (performance.now() - began) / 1000 };
  },
  close: async () => void (await close()),
});
