import type { DocumentView } from '@thidua/workflows/register/document.schema';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import { done } from './scores.js';
import type { SmallBloc } from './small-bloc.js';
import { eventually } from './worker.js';

export const documentPath = (bloc: SmallBloc, { id }: { readonly id: string }): string => `${bloc.path}/documents/${id}`;

/** A document as a person sees it. @throws Error when the person may not see it */
export const documentAs = async (bloc: SmallBloc, person: string, document: { readonly id: string }): Promise<DocumentView> =>
  done(await (await bloc.person(person)).get<DocumentView>(documentPath(bloc, document)));

/** The secretary makes a document. */
export async function makeDocument(bloc: SmallBloc, type: DocumentType, more: object = {}): Promise<DocumentView> {
  const made = done(await (await bloc.person('secretary')).post<{ id: string }>(`${bloc.path}/documents`, { type, year: 2020, ...more }));
  return documentAs(bloc, 'secretary', made);
}

/** A person presses a button of a document; its newest version is the one seen, unless told otherwise. */
export async function press(
  bloc: SmallBloc,
  person: string,
  document: { readonly id: string },
  event: { readonly type: string } & Readonly<Record<string, unknown>>,
) {
  const { version } = await documentAs(bloc, 'secretary', document);
  return (await bloc.person(person)).event<DocumentView>(documentPath(bloc, document), { version, ...event });
}

/** The secretary proposes, the records officer passes the format. */
export async function checkedDocument(bloc: SmallBloc, type: DocumentType, more: object = {}): Promise<DocumentView> {
  const document = await makeDocument(bloc, type, more);
  done(await press(bloc, 'secretary', document, { type: 'propose' }));
  return done(await press(bloc, 'records', document, { type: 'pass' }));
}

/** The head opens the pages under number and day. */
export async function preparedDocument(bloc: SmallBloc, type: DocumentType, more: object = {}): Promise<DocumentView> {
  const document = await checkedDocument(bloc, type, more);
  return done(await press(bloc, 'u1.head', document, { type: 'prepare' }));
}

/** The head signs what was shown; the worker, which must run, makes the signature. */
export async function sign(bloc: SmallBloc, document: DocumentView): Promise<DocumentView> {
  done(await press(bloc, 'u1.head', document, { type: 'sign', sha256: document.sha256 }));
  return eventually(async () => {
    const now = await documentAs(bloc, 'secretary', document);
    if (now.state === 'prepared') throw new Error(`It was not signed: ${now.reason}`);
    return now.state === 'signed' && now;
  });
}

/** A document that is signed; the worker must run. */
export const signedDocument = async (bloc: SmallBloc, type: DocumentType, more: object = {}): Promise<DocumentView> =>
  sign(bloc, await preparedDocument(bloc, type, more));

/** The file of a document, as a person gets it. */
export async function fileOf(bloc: SmallBloc, person: string, document: { readonly id: string }): Promise<Buffer> {
  const answer = await (await bloc.person(person)).get(`${documentPath(bloc, document)}/pdf`);
  done(answer);
  return answer.bytes;
}
