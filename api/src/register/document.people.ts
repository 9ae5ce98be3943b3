import { documentLetters } from '@thidua/workflows/register/document.letters';
import type { Reading } from '../platform/door/reader.js';
import { unitName } from '../unit/unit-name.js';
import { postAtHome } from './person-post.js';

/** Who signs, and the post that stands under the name. */
export interface Signer {
  readonly name: string;
  readonly post: string;
}

/** The secretary of the minutes: whoever proposed them, and when; before that whoever made them. */
export interface Secretary {
  readonly name: string;
  readonly confirmedAt: string | null;
}

const HEADS = `
  select a.name, t.title, n.name as "unitName" from addressees($1::text[], $2::uuid, null, null, null) a
    join post t on t.person_id = a.person_id and t.unit_id = $2::uuid and t.role = any($1::text[])
      and t.valid_from <= business_day() and (t.valid_to is null or t.valid_to >= business_day()) ${unitName('$2::uuid', 'n')}
   order by t.valid_from desc, a.name limit 1`;

/** Whoever would sign today: the person whom the letter reaches that asks for the signature. */
export async function presentSigner(reading: Reading, headUnitId: string): Promise<Signer> {
  const { roles } = documentLetters['document-checked']!.to({ headUnitId });
  const [head] = await reading.rows<{ name: string; title: string; unitName: string }>(HEADS, [roles, headUnitId]);
  return head ? { name: head.name, post: postAtHome(head.title, head.unitName) } : { name: '', post: '' };
}

const ACTS = `
  select e.name, j.body::jsonb ->> 'event' as event, j.body::jsonb ->> 'business' as at
    from journal j join person e on e.id = (j.body::jsonb #>> '{actor,person}')::uuid
   where j.bloc_id = $1 and j.record_id = $2 and j.body::jsonb ->> 'event' in ('create', 'compile', 'propose') order by j.n`;

/** Who stands for the minutes, as the journal of the document says; `otherwise` while it has none. */
export async function secretaryOf(reading: Reading, documentId: string | null, otherwise: string): Promise<Secretary> {
  const acts = documentId ? await reading.rows<{ name: string; event: string; at: string }>(ACTS, [reading.scope.blocId, documentId]) : [];
  const proposed = acts.findLast(({ event }) => event === 'propose');
  if (proposed) return { name: proposed.name, confirmedAt: proposed.at };
  return { name: acts.at(-1)?.name ?? otherwise, confirmedAt: null };
}
