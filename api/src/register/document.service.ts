import { Inject, Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { SYSTEM } from '@thidua/workflows/actor';
import type {
  DocumentDraft,
  DocumentEvent,
  DocumentList,
  DocumentQuery,
  DocumentText,
  DocumentView,
} from '@thidua/workflows/register/document.schema';
import type { Made } from '@thidua/workflows/record';
import { Problem } from '@thidua/workflows/problem';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Config } from '../platform/config/config.js';
import { camelRow } from '../platform/database/camel.js';
import { asProgram, type At, type Place } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { Press } from '../platform/pdf/press.js';
import { visibleTo } from '../platform/rights/visible.js';
import { compiled, gather } from './document.compile.js';
import { creationOf, paperTypesToMake, toCreate } from './document.create.js';
import { pagesNow, signingNow, whole, type ShownFile, type SigningNow } from './document.file.js';
import type { DocumentPress, DocumentRow, SignedFile } from './document.moment.js';
import { prepared, toPrepare } from './document.prepare.js';
import { documentProcedure } from './document.procedure.js';
import { factsOf } from './document.facts.js';
import { documentView, SELECT_DOCUMENTS, type DocumentColumns } from './document.view.js';
import { readingText } from './reading-text.js';

/** Pages that wait for their signature: whose, for whom, and whether the day of their number is over. */
export interface AwaitingSignature extends SigningNow {
  readonly record: DocumentRow;
  readonly file: ShownFile;
}

/** How often a document is opened anew when another has taken its number meanwhile. */
const TRIES = 3;

/** Documents on their way out of the door: composed, checked, numbered, frozen for signing, issued. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
    private readonly press: Press,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The documents of a year that the reader may see, and what waits to be made. */
  list(at: At, query: DocumentQuery): Promise<DocumentList> {
    const where = `and c.id = ${ASKED_YEAR} and d.type = coalesce($3, d.type)`;
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, where, [at.blocId, query.year ?? null, query.type ?? null]),
      next: null,
      toMake: await paperTypesToMake(reading, at, query.year),
    }));
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<DocumentView> {
    return this.reader.read(at, async (reading) => {
      const [view] = await this.views(reading, 'and d.id = $2', [at.blocId, id]);
      if (!view) throw new Problem('not-found');
      return view;
    });
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.visible(reading, id);
      return { items: await historyOf(reading, 'Document', id) };
    });
  }

  /**
   * Makes a document and composes what it says.
   * @throws Problem 'forbidden' | 'unknown-reference' | 'needs-decided-rounds' | 'needs-signed-original' | 'needs-council-lines' | 'cannot-print' | 'already-exists'
   */
  async create(at: At, draft: DocumentDraft): Promise<Made> {
    const wanted = await this.reader.read(at, (reading) => toCreate(reading, at, draft));
    const content = await compiled(this.press, this.config.mode, wanted.gathered);
    const { id } = await this.door.create(at, creationOf(wanted, content));
    return { id, version: 1 };
  }

  /** The only way in which a document moves. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: DocumentEvent): Promise<DocumentView> {
    if (event.type === 'prepare') await this.prepare(at, id, event);
    else await this.door.pass(documentProcedure, at, id, event.type === 'compile' ? await this.withContent(at, id, event) : event);
    return this.one(at, id);
  }

  /** The file as it is now: signed, frozen for signing, or a draft that is printed for the reader. @throws Problem 'not-found' */
  async pdf(at: At, id: string): Promise<ShownFile> {
    const shown = await this.reader.read(at, async (reading) => pagesNow(reading, await this.visible(reading, id)));
    if ('bytes' in shown) return shown;
    const { blocks, meta, name } = whole(shown, this.config.mode);
    return { name, bytes: (await this.press.print(blocks, meta)).bytes };
  }

  /** What the file says, as text. @throws Problem 'not-found' */
  text(at: At, id: string): Promise<DocumentText> {
    return this.reader.read(at, async (reading) => {
      const shown = await pagesNow(reading, await this.visible(reading, id), 'draft');
      return { blocks: 'bytes' in shown ? [] : readingText(whole(shown, this.config.mode).blocks) };
    });
  }

  /** The frozen pages that wait for their signature; null when the document has moved on. */
  awaitingSignature(place: Place, id: string): Promise<AwaitingSignature | null> {
    return this.asProgram(place, async (reading) => {
      const record = await this.visible(reading, id);
      const shown = record.state === 'signing' ? await pagesNow(reading, record) : null;
      return shown && 'bytes' in shown ? { record, file: shown, ...(await signingNow(reading, record)) } : null;
    });
  }

  /** The signed file as the program keeps it, with what a judgement of it needs. @throws Problem 'not-found' */
  signedFile(at: At, id: string): Promise<ShownFile | null> {
    return this.reader.read(at, async (reading) => {
      const record = await this.visible(reading, id);
      const shown = record.signedAt ? await pagesNow(reading, record) : null;
      return shown && 'bytes' in shown ? shown : null;
    });
  }

  /** The signature is made and judged. @throws Problem 'not-in-this-state' when the document has moved on */
  finish(place: Place, { id, version }: DocumentRow, file: SignedFile): Promise<unknown> {
    return this.door.pass(documentProcedure, byProgram(place), id, { type: 'finish', version, file });
  }

  /** The signature could not be made. @throws Problem as `finish` */
  fail(place: Place, { id, version }: DocumentRow, reason: string): Promise<unknown> {
    return this.door.pass(documentProcedure, byProgram(place), id, { type: 'fail', version, reason });
  }

  /** The day of the number is over: it is void. A document that was opened anew since then keeps its number. */
  async expire(place: Place, id: string): Promise<void> {
    const { record, over } = await this.asProgram(place, async (reading) => {
      const found = await this.visible(reading, id);
      return { record: found, over: found.day !== null && (await signingNow(reading, found)).dayOver };
    });
    if (over) await this.door.pass(documentProcedure, byProgram(place), id, { type: 'expire', version: record.version });
  }

  private async withContent(at: At, id: string, event: { type: 'compile'; version: number }): Promise<DocumentPress> {
    const gathered = await this.reader.read(at, async (reading) => {
      const record = await this.ready(reading, id, event);
      return record ? gather(reading, record, record) : null;
    });
    return gathered ? { ...event, content: await compiled(this.press, this.config.mode, gathered) } : event;
  }

  /** Opens for signing: pages under the next number; if another document takes that number meanwhile, under the one after it. */
  private async prepare(at: At, id: string, event: { type: 'prepare'; version: number }): Promise<void> {
    for (let left = TRIES; ; left -= 1) {
      const wanted = await this.reader.read(at, async (reading) => {
        const record = await this.ready(reading, id, event);
        return record ? toPrepare(reading, record) : null;
      });
      const press: DocumentPress = wanted ? { ...event, pages: await prepared(this.press, this.config.mode, wanted) } : event;
      try {
        await this.door.pass(documentProcedure, at, id, press);
        return;
      } catch (error) {
        if (left === 1 || !(error instanceof Problem) || error.code !== 'needs-next-number') throw error;
      }
    }
  }

  /** The record, when this event of this reader can work on it: otherwise the door refuses, by name. */
  private async ready(reading: Reading, id: string, event: { type: string; version: number }): Promise<DocumentRow | null> {
    const record = await this.visible(reading, id);
    const knows = documentProcedure.machine.root.states[record.state]?.transitions.has(event.type) ?? false;
    return knows && record.version === event.version && may(reading.rights, event.type, 'Document', record) ? record : null;
  }

  /** @throws Problem 'not-found' */
  private async visible(reading: Reading, id: string): Promise<DocumentRow> {
    const values: unknown[] = [reading.scope.blocId, id];
    const visible = visibleTo(reading.rights, 'Document', 'd', values);
    const [row] = await reading.rows<{ record: Record<string, unknown> }>(
      `select to_jsonb(d) as record from document d where d.bloc_id = $1 and d.id = $2 and ${visible}`,
      values,
    );
    if (!row) throw new Problem('not-found');
    return camelRow(row.record) as unknown as DocumentRow;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<DocumentView[]> {
    const visible = visibleTo(reading.rights, 'Document', 'd', values);
    const order = `order by array_position(array['BC', 'BB', 'TTr'], d.type), d.created_at, d.id`;
    const rows = await reading.rows<DocumentColumns>(`${SELECT_DOCUMENTS} ${where} and ${visible} ${order}`, values);
    const records = rows.map(({ record }) => camelRow(record) as unknown as DocumentRow);
    const facts = await factsOf(reading, records.map(({ id }) => id)); // prettier-ignore
    const actions = await reading.actions(documentProcedure, records, facts);
    return rows.map((row, n) => {
      const record = records[n]!;
      const reads = (state: string) => may(reading.rights, 'read', 'Document', { ...record, state });
      // Whoever reads a paper only once it is issued learns neither that another is on its way, nor that the year has moved on behind it.
      const shown = row.replacement && !reads(row.replacement.state) ? { ...row, replacement: null } : row;
      const current = !reads('draft') || facts.get(record.id)?.contentCurrent === true;
      return documentView(shown, record, current, actions.get(record.id) ?? [], reading.language);
    });
  }

  private asProgram<T>(place: Place, work: (reading: Reading) => Promise<T>): Promise<T> {
    return this.reader.read(byProgram(place), work);
  }
}

const byProgram = (place: Place): At => ({ ...place, caller: asProgram(SYSTEM) });
