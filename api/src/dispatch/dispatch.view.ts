import { papersToSend } from '@thidua/workflows/dispatch/dispatch.facts';
import type { DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { Language } from '@thidua/workflows/wording';
import type { complete, DispatchRow } from './dispatch.procedure.js';
import { papersInWords } from './papers.js';

/** What a dispatch's view reads beside the dispatch itself. */
export interface DispatchColumns {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly due: string;
}

export const SELECT_DISPATCHES = `
  select to_jsonb(d) as record, c.year, c.rules #>> '{deadlines,documents}' as due
    from dispatch d join cycle c on c.id = d.cycle_id
   where d.bloc_id = $1`;

export const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);

/** A dispatch as its reader sees it: a draft shows the papers that would go, a sent one those that went. */
export function dispatchView(
  row: DispatchColumns,
  record: DispatchRow,
  facts: ReturnType<typeof complete>,
  actions: DispatchView['actions'],
  language: Language,
): DispatchView {
  const count = (state: string) => facts.letters.filter(({ letterState }) => letterState === state).length;
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    lines: [...record.lines],
    recipients: [...facts.recipients],
    papers: papersInWords(record.state === 'sent' ? record.papers : papersToSend(facts), language),
    undelivered: facts.undeliveredNames,
    counts: {
      queued: count('queued'),
      accepted: count('accepted'),
      refused: count('refused'),
      failed: count('failed'),
      confirmed: facts.letters.filter(({ receiptState }) => receiptState === 'confirmed').length,
    },
    due: row.due,
    sentAt: instant(record.sentAt),
  };
}
