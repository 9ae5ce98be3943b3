import { RECIPIENTS, type RecipientLine } from '../register/document.schema.js';
import type { Recipient } from './dispatch.schema.js';

/** An office that receives for the council. */
export interface Office {
  readonly name: string;
  readonly email: string;
}

/** Whom the lines of Nơi nhận can mean in one year. */
export interface AddressBook {
  readonly council: Office;
  readonly board: Office;
  /** The member units in the order of the report's sections. */
  readonly members: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly email: string | null;
    readonly blocRole: 'head' | 'deputy' | null;
  }[];
}

/** Whether a line means this member. */
const means = (line: RecipientLine, blocRole: 'head' | 'deputy' | null): boolean => line.to === 'members' || line.to === blocRole;

/**
 * Who gets a letter: group lines are expanded, each recipient stands once, head and deputy head as the units that they are; the archive
 * gets none. Two recipients with one address are two letters, because each owes its own receipt.
 */
export function recipientsOf(lines: readonly RecipientLine[], book: AddressBook): Recipient[] {
  const offices = (['council', 'board'] as const)
    .filter((kind) => lines.some(({ to }) => to === kind))
    .map((kind): Recipient => ({ kind, unitId: null, name: book[kind].name, address: book[kind].email }));
  const units = book.members
    .filter(({ blocRole }) => lines.some((line) => means(line, blocRole)))
    .map(({ unitId, name, email }): Recipient => ({ kind: 'unit', unitId, name, address: email }));
  return [...offices, ...units];
}

/** The lines of several papers as one list: each group once, as the first paper that has it writes it. */
export function joinedLines(papers: readonly (readonly RecipientLine[])[]): RecipientLine[] {
  const lines = papers.flat();
  return RECIPIENTS.flatMap((to) => lines.find((line) => line.to === to) ?? []);
}
