import type { World } from './world.js';

/** What is no word: an id, a hash, a day or a minute, a code, the number of a paper, points, from one day to another. */
const NO_WORD =
  /^([0-9a-f-]{36}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?|[a-z][a-z0-9-]*|[A-Z]+(\.\d+)?|(\d+\/)?[A-ZTr]+-[A-ZĐ0-9]+|[\d., –-]*)$/;
/** Names under which people write to one another. */
const WRITTEN = /(^|\.)(reason|comment|note)$/;

/** Words that journals may keep, by kind, event and place: of units, papers and posts, never about a person. */
const KEPT: readonly RegExp[] = [
  / (kind|type)$/,
  // What organisations and posts are called: rights and papers rest on it.
  /^Bloc create (issuerLines|name|nameEn|place|shortName|superior|symbol)$/,
  /^Province create name$/,
  /^Unit create names\.(name|nameEn|shortName)$/,
  /^Person (create posts|give-post post)\.title$/,
  /^Person (give-post|end-post) changes\.what$/,
  // The decision by which a unit was founded, renamed or ended; what a paper was made from.
  /^Unit \S+ (basis|reason)$/,
  /^Document (create|compile|propose|pass) basis$/,
  // Why a paper, or a unit's points, were judged so.
  /^Registration (return|withdraw) reason$/,
  /^Scorecard (return|exclude) reason$/,
  /^Scorecard (review|verify) (comment|changes\.reason)$/,
  /^Section return reason$/,
  /^Round (consent|count|settle) ((nominees|votes)\.)?reason$/,
  /^Document return reason$/,
  // Whoever opens the link of a letter has no id: their word is the receipt.
  /^Receipt confirm by$/,
];

const isKept = (where: string) => KEPT.some((kept) => kept.test(where));

function* textsOf(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item, path);
  else if (value !== null && typeof value === 'object')
    for (const [name, member] of Object.entries(value)) yield* textsOf(member, path ? `${path}.${name}` : name);
}

/** Where journals hold words that they must not, as `Kind event place`, each place once. */
export async function wordsInJournals(world: World): Promise<string[]> {
  const { rows } = await world.owner.query<{ body: string }>('select body from journal union all select body from province_journal');
  const found = new Set<string>();
  for (const { body } of rows) {
    const entry = JSON.parse(body) as { kind: string; event: string };
    for (const [path, text] of textsOf(entry, '')) {
      const where = `${entry.kind} ${entry.event} ${path}`;
      if ((WRITTEN.test(path) || !NO_WORD.test(text)) && !isKept(where)) found.add(`${where}: ${text}`);
    }
  }
  return [...found].sort();
}
