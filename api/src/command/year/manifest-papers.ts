import type { DeliveryView, DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { DocumentView, SignatureReport } from '@thidua/workflows/register/document.schema';
import type { ManifestDispatch, ManifestDocument } from '@thidua/workflows/year/manifest.schema';
import { createHash } from 'node:crypto';
import type { Reading } from './manifest-reading.js';

/** A document with its pages. */
export interface Paper {
  readonly document: ManifestDocument;
  readonly bytes: Uint8Array;
}

const SIGNED: readonly string[] = ['signed', 'issued'];

/** A file's name for a document: its type and its number as far as a file may bear it, `04-BC-KTĐ.pdf`. */
const fileName = ({ type, number }: DocumentView): string => `${(number ?? type).replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.pdf`;

/** Every document of the year with its pages, in the order of the register. */
export async function readDocuments({ records, secretary }: Reading): Promise<Paper[]> {
  const views = await secretary.all<DocumentView>(records.list('Document'), 'manifest.json /documents');
  return Promise.all(
    views.map(async (view) => {
      const where = `manifest.json /documents (${view.number ?? view.type})`;
      const path = records.one('Document', view.id);
      const bytes = await secretary.bytes(`${path}/pdf`, where);
      const signature = SIGNED.includes(view.state) ? await secretary.get<SignatureReport>(`${path}/signature`, where) : null;
      const { type, title, state, number, day, pages } = view;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return {
        bytes,
        document: { type, title, state, number, day, pages, file: `documents/${fileName(view)}`, sha256, signature: signed(signature) },
      };
    }),
  );
}

const signed = (report: SignatureReport | null): ManifestDocument['signature'] =>
  report && { valid: report.valid, wholeDocument: report.wholeDocument, signer: report.signer, development: report.development };

/** The letters of the dispatch by their state; null as long as nothing was dispatched. */
export async function readDispatch({ records, secretary }: Reading): Promise<ManifestDispatch | null> {
  const [dispatch] = await secretary.all<DispatchView>(records.list('Dispatch'), 'manifest.json /dispatch');
  if (!dispatch) return null;
  const letters = await secretary.all<DeliveryView>(
    `${records.one('Dispatch', dispatch.id)}/deliveries?limit=100`,
    'manifest.json /dispatch',
  );
  return {
    ...dispatch.counts,
    deliveries: letters.map(({ kind, name, address, state, answer, confirmedAt, incomingNumber, incomingDate }) => ({
      kind,
      name,
      address,
      state,
      answer,
      confirmed: confirmedAt !== null,
      incomingNumber,
      incomingDate,
    })),
  };
}
