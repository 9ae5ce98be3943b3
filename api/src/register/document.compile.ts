import { formatCheck } from '@thidua/workflows/register/format-check';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import { Problem } from '@thidua/workflows/problem';
import { randomUUID } from 'node:crypto';
import { vietnamDay } from '@thidua/workflows/working-days';
import type { Config } from '../platform/config/config.js';
import type { Reading } from '../platform/door/reader.js';
import type { Block } from '../platform/pdf/blocks.js';
import { MissingGlyph } from '../platform/pdf/fonts.js';
import type { Press, Printed } from '../platform/pdf/press.js';
import { filled, type Filling } from './composition/blanks.js';
import { composed, fullName } from './composition/compose.js';
import { inStead } from './composition/stead.js';
import { draftBanner } from './document.banner.js';
import { descriptionOf, TEXT_SIZE } from './description.js';
import { basisOf } from './document.basis.js';
import { previewFilling } from './document.filling.js';
import { presentSigner, secretaryOf } from './document.people.js';
import type { CompiledContent, Stead } from './document.moment.js';
import { yearData, type Composition } from './document.sources.js';

/** What was read in one snapshot; the press needs no database. */
export interface Gathered extends Pick<CompiledContent, 'basis' | 'title' | 'blocks' | 'compiledAt'> {
  readonly type: DocumentType;
  readonly author: string;
  readonly filling: Filling;
  readonly stead: Stead | null;
  /** Something in the year is invented. */
  readonly invented: boolean;
}

const BASIS = `select ${basisOf('d')} as basis from (values ($1::uuid, $2::uuid, $3::text)) d(bloc_id, cycle_id, type)`;

/** Composes a document from the records as they are now. */
export async function gather(
  reading: Reading,
  composition: Composition,
  record: { readonly id: string | null; readonly headUnitId: string },
): Promise<Gathered> {
  const { cycleId, type } = composition;
  const data = await yearData(reading, composition);
  const [basis] = await reading.rows<{ basis: string }>(BASIS, [reading.scope.blocId, cycleId, type]);
  const people = {
    signer: await presentSigner(reading, { ...record, cycleId }),
    secretary: await secretaryOf(reading, record.id, reading.actor.name),
  };
  const year = Number(vietnamDay(reading.now).slice(0, 4));
  return {
    ...composed(type, data),
    basis: basis!.basis,
    type,
    author: data.bloc.name,
    invented: data.invented.length > 0,
    filling: previewFilling(type, data.bloc.symbol, year, people),
    stead: people.signer.stead,
    compiledAt: reading.now.toISOString(),
  };
}

/** Prints what was gathered, as a draft, and checks its format. @throws Problem 'cannot-print' */
export async function compiled(press: Press, mode: Config['mode'], gathered: Gathered): Promise<CompiledContent> {
  const { type, basis, title, blocks, compiledAt } = gathered;
  const whole = inStead(filled(blocks, gathered.filling), gathered.stead);
  const { author, invented } = gathered;
  const meta = { title: fullName(type, title), author, createdAt: new Date(compiledAt), banner: draftBanner(mode, invented) };
  const printed = await printedOrRefused(press, whole, { ...meta, size: TEXT_SIZE });
  const format = formatCheck(descriptionOf(type, whole, printed));
  return { id: randomUUID(), basis, title, blocks, format, pages: printed.pages, compiledAt };
}

/** Prints, and names the character that no font has and its place. @throws Problem 'cannot-print' */
export async function printedOrRefused(press: Press, blocks: readonly Block[], meta: Parameters<Press['print']>[1]): Promise<Printed> {
  try {
    return await press.print(blocks, meta);
  } catch (error) {
    if (!(error instanceof MissingGlyph)) throw error;
    const { character, word, where } = error;
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    throw new Problem('cannot-print', { characters: `“${character}” (U+${code}), “${word}”, ${where}` });
  }
}
