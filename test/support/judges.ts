import { spawnSync } from 'node:child_process';

/** What a program of others said of a file. */
export interface Judgement {
  readonly text: string;
  readonly errors: string;
  readonly status: number | null;
}

/** Asks a program of others. */
export function judge(tool: string, ...rest: string[]): Judgement {
  const { stdout, stderr, status } = spawnSync(tool, rest, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { text: stdout, errors: stderr, status };
}

/** A test that needs programs of others: run when all are there, else skipped under their names, and said aloud. */
export function needsJudges(tools: readonly string[], promise: string, test: () => void | Promise<void>): void {
  const missing = tools.filter((tool) => spawnSync(tool, ['-v']).error);
  if (missing.length > 0) process.stderr.write(`SKIPPED, ${missing.join(' and ')} not installed: ${promise}\n`);
  (missing.length > 0 ? it.skip : it)(`${promise} (${tools.join(', ')})`, async () => {
    await test();
  });
}

/** A text as one line, so that a line break of the page does not part what is looked for. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');
