import { receiptFacts } from '../../dispatch/dispatch.facts.js';
import { dispatchMachine } from '../../dispatch/dispatch.machine.js';
import type { DispatchFacts } from '../../dispatch/dispatch.schema.js';
import { receiptMachine } from '../../dispatch/receipt.machine.js';
import { documentMachine } from '../../register/document.machine.js';
import type { DocumentFacts } from '../../register/document.schema.js';
import { documentTypeWords } from '../../register/document.words.js';
import { DOCUMENT_TYPES } from '../../register/numbering.js';
import type { ReportContent, SectionContent } from '../../report/content.schema.js';
import { reportFacts } from '../../report/report.facts.js';
import { reportMachine } from '../../report/report.machine.js';
import { EMPTY_REPORT, type ReportFacts } from '../../report/report.schema.js';
import { sectionFacts } from '../../report/section.facts.js';
import { sectionMachine } from '../../report/section.machine.js';
import { EMPTY_SECTION } from '../../report/section.schema.js';
import { vietnamDay } from '../../working-days.js';
import { shortNameOf } from '../names.js';
import { recipientsOf } from '../paper-faults.js';
import { part } from './part.js';
import { basisOf, type DocumentRow, type ReceiptRow, type ReportRow, type Row, type SectionRow, type Stage } from './stage.js';
import { fewNames } from '../../wording.js';

const waitingRounds = ({ rounds }: Stage): number => [...rounds.values()].filter(({ state }) => state !== 'decided').length;

export const sectionPart = part<SectionRow>({
  machine: sectionMachine,
  editable: ['draft', 'returned'],
  row: (stage, unit) => stage.sections.get(unit),
  facts: ({ report }, { content }) => sectionFacts(content ?? EMPTY_SECTION, report?.state ?? ''),
  write: (row, told) => {
    row.content = told as unknown as SectionContent;
  },
});

function factsOfReport(stage: Stage, { content }: ReportRow, now: Date): ReportFacts {
  const waiting = [...stage.sections.values()].filter(({ state }) => state !== 'accepted');
  return reportFacts(content ?? EMPTY_REPORT, {
    waitingSections: waiting.length,
    waitingUnits: fewNames(waiting.map(({ unitId }) => shortNameOf(stage.file, unitId, now))),
    waitingRounds: waitingRounds(stage),
    underSignature: ['prepared', 'signing'].includes(stage.documents.get('BC')?.state ?? ''),
  });
}

export const reportPart = part<ReportRow>({
  machine: reportMachine,
  editable: ['draft'],
  row: (stage) => stage.report ?? undefined,
  facts: factsOfReport,
  write: (row, told) => {
    row.content = told as unknown as ReportContent;
  },
});

const SIGNED: readonly string[] = ['signed', 'issued'];

/** The papers among these that have not come so far, by name. */
const lacking = ({ documents }: Stage, types: readonly (keyof typeof documentTypeWords)[], states: readonly string[]): string =>
  types
    .filter((type) => !states.includes(documents.get(type)?.state ?? ''))
    .map((type) => documentTypeWords[type].vi)
    .join(', ');

const documentFacts = (stage: Stage, row: DocumentRow, now: Date, actor: string): DocumentFacts => ({
  reportFrozen: row.type !== 'BC' || stage.report?.state === 'frozen',
  waitingRounds: waitingRounds(stage),
  unsignedPapers: row.type === 'TTr' ? lacking(stage, ['BC', 'BB'], SIGNED) : '',
  contentCurrent: row.basis === basisOf(stage, row.type),
  formatFaults: 0,
  formatFaultNames: '',
  sha256: '',
  preparedBy: row.preparedBy ?? '',
  preparedName: stage.file.people.find(({ id }) => id === row.preparedBy)?.name ?? '',
  delegate: '',
  delegatedUntil: '',
  actor,
  numberDay: row.day ?? '',
  nextNumber: 1,
  today: vietnamDay(now),
});

/** A number that was not used by midnight is void; the document waits to be prepared anew. */
export function expire(row: DocumentRow, now: Date): void {
  if (row.state === 'prepared' && row.day !== null && row.day < vietnamDay(now)) row.state = 'checked';
}

export const documentPart = part<DocumentRow>({
  machine: documentMachine,
  editable: [],
  row: (stage, type) => stage.documents.get(type),
  facts: documentFacts,
  done: (stage, row, { type }, { now, personId }) => {
    if (type === 'compile') row.basis = basisOf(stage, row.type);
    if (type === 'propose') row.proposedBy = personId;
    if (type === 'pass') row.checkedBy = personId;
    if (type === 'prepare') Object.assign(row, { preparedBy: personId, day: vietnamDay(now) });
    // The program makes the signature and has it judged.
    if (type === 'sign') row.state = 'signed';
  },
});

const dispatchFacts = (stage: Stage): DispatchFacts => ({
  unissuedPapers: lacking(stage, DOCUMENT_TYPES, ['issued']),
  newPapers: [...stage.documents.values()].filter(({ state }) => state === 'issued').length,
  recipients: [...recipientsOf(stage.file)].map(([name, address]) => ({ kind: 'unit', unitId: null, name, address })),
  withoutAddress: '',
  undelivered: [],
  undeliveredNames: '',
});

export const dispatchPart = part<Row>({
  machine: dispatchMachine,
  editable: [],
  row: (stage) => stage.dispatch ?? undefined,
  facts: dispatchFacts,
  done: (stage, _row, _told, { now }) => stage.send(now),
});

export const receiptPart = part<ReceiptRow>({
  machine: receiptMachine,
  editable: [],
  row: (stage, recipient) => stage.receipts.get(recipient),
  facts: (_, { kind, sentAt }, now) => receiptFacts(kind, sentAt, now),
});
