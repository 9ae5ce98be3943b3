import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** A refusal that a test met over HTTP: which record, by which name, and what it told the reader. */
export interface MetRefusal {
  /** The record as it stands in the address: `scorecards`, `dispatches`. */
  readonly records: string;
  readonly type: string;
  readonly detail: string;
  readonly next: string;
}

/** The file to which every suite of one `npm test` adds what it met; unset where a suite runs by itself. */
const FILE = process.env['MET_REFUSALS'];

/** Notes a refused write in the language of the house. */
export function noteRefusal(path: string, body: Readonly<Record<string, unknown>>): void {
  const records = /^\/api\/(?:(?:blocs|provinces)\/[^/]+\/)?([a-z]+)(?:\/|$)/.exec(path)?.[1];
  if (!FILE || !records || typeof body['type'] !== 'string') return;
  const met = { records, type: body['type'], detail: String(body['detail']), next: String(body['next']) };
  appendFileSync(FILE, `${JSON.stringify(met)}\n`);
}

/** What the suites before met. @throws Error where no suite ran before, with the command that lets them run */
export function metRefusals(): MetRefusal[] {
  if (!FILE || !existsSync(FILE)) throw new Error('What test/api met is read here: run `npm test -- test/api test/refusals`.');
  return readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MetRefusal);
}
