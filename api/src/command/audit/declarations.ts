import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonIn } from './canonical-form.js';
import type { Entry } from './evidence.js';

/** What an entry tells of who declines or takes part again. The words themselves stand in entries of before they had to be erasable. */
const Told = z.object({
  event: z.enum(['recuse', 'readmit', 'reopen']),
  business: z.iso.datetime(),
  from: z.string(),
  actor: z.object({ person: z.string(), unit: z.string().nullable() }),
  unitId: z.string().optional(),
  reasonSum: z.string().optional(),
  reason: z.string().optional(),
});
type Told = z.infer<typeof Told>;

/** An entry by which somebody declined or took part again: who acted, when, and of which words. */
export interface Act {
  readonly n: number;
  readonly at: number;
  readonly by: string;
  /** Whether words, with their salt, are those of the entry; an entry without any leaves none. */
  readonly bears: (words: string | null, salt: string | null) => boolean;
}

/** A recusal as the journal leaves it. */
export interface Declaration extends Act {
  readonly entry: Pick<Entry, 'kind' | 'id' | 'blocId' | 'provinceId'>;
  readonly step: string;
  readonly unitId: string | null;
  readonly personId: string | null;
  withdrawal: Act | null;
}

/** The step that is declined, by the kind of the record and its state. */
const STEPS: Readonly<Record<string, (state: string) => string>> = {
  Registration: () => 'judge',
  Sheet: () => 'score',
  Scorecard: (state) => (state === 'open' ? 'review' : 'verify'),
  Round: () => 'elect',
  Document: (state) => (state === 'proposed' ? 'check' : 'propose'),
};

/** What an entry keeps of words: sha256(salt || words), the salt as PostgreSQL writes bytes. */
const sumOf = (words: string, salt: string | null): string =>
  createHash('sha256')
    .update(Buffer.from(salt?.replace(/^\\x/, '') ?? '', 'hex'))
    .update(words)
    .digest('hex');

/** Sheets are taken up again without words, and so were all before the row had a place for them. */
const bears =
  ({ event, reasonSum, reason }: Told): Act['bears'] =>
  (words, salt) => {
    if (reasonSum !== undefined) return words !== null && sumOf(words, salt) === reasonSum;
    return words === (event === 'recuse' ? (reason ?? null) : null);
  };

/** The unit that declines: the meeting names it, elsewhere it is that of the post by which one acts; papers are declined by persons. */
function declining(kind: string, { unitId, actor }: Told): string | null {
  if (kind === 'Round') return unitId ?? null;
  return kind === 'Document' ? null : actor.unit;
}

/** The recusals from one record, followed entry by entry: the program's own rules of what is declined and taken back, written once more. */
export class FollowedDeclarations {
  readonly made: Declaration[] = [];

  take({ kind, id, blocId, provinceId, n, body }: Entry): void {
    const stepIn = STEPS[kind];
    const told = stepIn && Told.safeParse(jsonIn(body)).data;
    if (!told) return;
    const act: Act = { n, at: Date.parse(told.business), by: told.actor.person, bears: bears(told) };
    if (told.event === 'recuse') {
      const unitId = declining(kind, told);
      const personId = unitId === null ? told.actor.person : null;
      this.made.push({ ...act, entry: { kind, id, blocId, provinceId }, step: stepIn(told.from), unitId, personId, withdrawal: null });
    }
    if (kind === 'Sheet' && told.event === 'reopen') this.withdraw(act, () => true);
    if (kind === 'Round' && told.event === 'readmit') this.withdraw(act, ({ unitId }) => unitId === told.unitId);
  }

  private withdraw(act: Act, isMeant: (made: Declaration) => boolean): void {
    for (const made of this.made) if (made.withdrawal === null && isMeant(made)) made.withdrawal = act;
  }
}
