import type { Manner, Post } from '@thidua/workflows/actor';
import { documentLetters } from '@thidua/workflows/register/document.letters';
import type { Reading } from '../platform/door/reader.js';
import { unitName } from '../unit/unit-name.js';
import { delegationsOf, type Delegation } from './document.delegation.js';
import type { Stead } from './document.moment.js';
import { postAtHome } from './person-post.js';

/** Who signs, the post that stands under the name, and in whose stead. */
export interface Signer {
  readonly name: string;
  readonly post: string;
  readonly stead: Stead | null;
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
   order by t.valid_from desc, a.name collate "vi-x-icu" limit 1`;

/** Of which unit's head a document of a year is. */
export interface HeadOfYear {
  readonly headUnitId: string;
  readonly cycleId: string;
}

/** Whoever would sign now: the person whom the letter reaches that asks for the signature, or whoever stands in for that one. */
export async function presentSigner(reading: Reading, head: HeadOfYear): Promise<Signer> {
  const [given] = await reading.rows<{ delegations: readonly Delegation[] }>(
    `select ${delegationsOf('d')} as delegations from (values ($1::uuid, $2::uuid)) d(head_unit_id, cycle_id)`,
    [head.headUnitId, head.cycleId],
  );
  const [delegation] = given!.delegations;
  if (delegation) return signerInStead(reading, head, { ...delegation, personId: delegation.principalId });
  const { roles } = documentLetters['document-checked']!.to({ headUnitId: head.headUnitId });
  const [found] = await reading.rows<{ name: string; title: string; unitName: string }>(HEADS, [roles, head.headUnitId]);
  return found ? { name: found.name, post: postAtHome(found.title, found.unitName), stead: null } : { name: '', post: '', stead: null };
}

const HOME = `
  select n.name as "unitName", c.rules ->> 'sealOfSubstitute' as seal from cycle c ${unitName('$3::uuid', 'n')} where c.bloc_id = $1 and c.id = $2`;

async function homeOf(reading: Reading, { cycleId }: HeadOfYear, unitId: string): Promise<{ unitName: string; seal: string | null }> {
  const [home] = await reading.rows<{ unitName: string; seal: string | null }>(HOME, [reading.scope.blocId, cycleId, unitId]);
  return home!;
}

/** Who signs for whom, before it is told how the document says it. */
interface ForAnother {
  readonly personId: string;
  readonly principalName: string;
  readonly name: string;
  readonly manner: Manner;
  readonly ownTitle: string;
  readonly ownUnitId: string;
}

/** How whoever heads the unit of the deputy head signs for the head of the bloc. */
const DEPUTY_RANK = 'Phó Trưởng Khối';

/** The head of the deputy’s unit is of another organisation: whose seal the document then bears is a rule of the year. */
async function signerInStead(reading: Reading, head: HeadOfYear, who: ForAnother): Promise<Signer> {
  const { unitName: home, seal } = await homeOf(reading, head, who.ownUnitId);
  const elsewhere = who.ownUnitId !== head.headUnitId;
  const stead: Stead = {
    manner: who.manner,
    principalId: who.personId,
    principalName: who.principalName,
    rank: elsewhere ? DEPUTY_RANK : who.ownTitle,
    signingUnitId: elsewhere && seal === 'deputy-unit' ? who.ownUnitId : null,
  };
  return { name: who.name, post: postAtHome(who.ownTitle, home), stead };
}

/** Whoever opens a document to sign it, by the right of a post: its holder, or somebody in the holder's stead. */
export async function signerBy(reading: Reading, head: HeadOfYear, post: Post | null): Promise<Signer> {
  const { name } = reading.actor;
  const { standsFor } = post ?? {};
  if (standsFor) return signerInStead(reading, head, { ...standsFor, principalName: standsFor.name, name });
  const { unitName: home } = await homeOf(reading, head, head.headUnitId);
  return { name, post: postAtHome(post?.title ?? '', home), stead: null };
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
