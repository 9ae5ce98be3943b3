import { said } from '@thidua/workflows/wording';
import { z } from 'zod';
import { jsonIn } from './canonical-form.js';
import type { Evidence, SubstitutionRow } from './evidence.js';
import type { Findings } from './finding.js';

/** What the first entry tells of who stands in for whom, how, in what and when. */
const Named = z.object({
  event: z.literal('create'),
  actor: z.object({ person: z.string() }),
  principalPost: z.string(),
  substitute: z.string(),
  substitutePost: z.string(),
  manner: z.string(),
  areas: z.array(z.string()),
  cycle: z.string().nullable().default(null),
  valid: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
});
const Areas = z.array(z.string());

/** What a row says where its first entry tells nothing that can be read. */
const ALL = said('mọi điều ghi ở đây', 'everything in its row');

/** The fields in which a row is not what was entered, by the names of its columns. */
function differing(row: SubstitutionRow, told: z.infer<typeof Named>): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['principal_post_id', row.principalPostId, told.principalPost],
    ['principal_id', row.principalId, told.actor.person],
    ['substitute_post_id', row.substitutePostId, told.substitutePost],
    ['substitute_id', row.substituteId, told.substitute],
    ['manner', row.manner, told.manner],
    ['cycle_id', row.cycleId, told.cycle],
    ['areas', Areas.safeParse(jsonIn(row.areas)).data?.sort().join(), [...told.areas].sort().join()],
    ['valid_from', Date.parse(row.from), Date.parse(told.valid.from)],
    ['valid_to', Date.parse(row.to), Date.parse(told.valid.to)],
  ];
  return pairs.filter(([, is, was]) => is !== was).map(([name]) => name);
}

/**
 * Judges every substitution against its first entry: it gives somebody the rights of another, and none of this ever changes. That a row is
 * gone, or ended without an entry, is found where records are compared with their chains.
 */
export async function judgeSubstitutions(evidence: Evidence, findings: Findings): Promise<void> {
  const rows = new Map<string, SubstitutionRow>();
  for await (const row of evidence.substitutions()) rows.set(row.id, row);
  for await (const { kind, id, n, body } of evidence.entries('province_journal')) {
    const row = kind === 'Substitution' && n === 1 ? rows.get(id) : undefined;
    if (!row) continue;
    rows.delete(id);
    const told = Named.safeParse(jsonIn(body)).data;
    const fields = told ? differing(row, told) : null;
    if (fields?.length !== 0) findings.add('substitution-changed', { id, fields: fields?.join(', ') ?? ALL });
  }
  for (const id of rows.keys()) findings.add('substitution-added', { id });
}
