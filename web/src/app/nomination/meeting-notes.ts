import { owingReason } from '@thidua/workflows/nomination/meeting';
import { RoundEvent, type RoundView } from '@thidua/workflows/nomination/round.schema';
import { z } from 'zod';
import type { Pressed } from '../ui/event-choice.js';

/** Hands raised for one unit, as counted in the hall. */
export interface Hands {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
export const NO_HANDS: Hands = { yes: 0, no: 0, abstain: 0 };

const Hand = z
  .number()
  .nullable()
  .transform((count) => count ?? Number.NaN);

/** What is noted in the meeting before an event is sent; kept on this device until then. */
export const MeetingNotes = z.object({
  attendance: z.array(z.string()),
  chosen: z.array(z.string()),
  reasons: z.record(z.string(), z.string()),
  hands: z.record(z.string(), z.object({ yes: Hand, no: Hand, abstain: Hand })),
  method: z.enum(['run-off', 'lot', 'leave-open']),
});
export type MeetingNotes = z.infer<typeof MeetingNotes>;

export const EMPTY_NOTES: MeetingNotes = { attendance: [], chosen: [], reasons: {}, hands: {}, method: 'lot' };

/** Those whom a consent would name and who must say why, and do not. */
export const unexplained = (view: Pick<RoundView, 'candidates'>, { chosen, reasons }: MeetingNotes): string[] =>
  owingReason(view, chosen).filter((unitId) => !reasons[unitId]?.trim());

const reasonOf = (notes: MeetingNotes, unitId: string) => {
  const reason = notes.reasons[unitId]?.trim();
  return reason ? { reason } : {};
};

/** Units of a list of the event, in the order in which `eventOf` names them. */
type Listed = readonly { readonly unitId: string; readonly unitShortName: string }[];

/**
 * What a wrong shape says to the person: a sentence for each field of the notes, by the field's id.
 * @param units those that are voted on, or chosen, in their order
 * @param event the event that was pressed
 */
export function faultsOf(issues: readonly z.core.$ZodIssue[], units: Listed, event: string): Map<string, string> {
  const faults = new Map<string, string>();
  for (const { path } of issues) {
    const [list, at, field] = path;
    const unit = units[Number(at)];
    if (list === 'unitId' && event === 'readmit') faults.set('returning', $localize`:@@round.noReturning:Chọn đơn vị bình xét trở lại.`);
    else if (list === 'unitId') faults.set('declining', $localize`:@@round.noUnit:Chọn đơn vị xin không bình xét.`);
    else if (list === 'attendance') faults.set('attendance', $localize`:@@round.noAttendance:Đánh dấu các đơn vị dự họp.`);
    else if (unit && field === 'reason')
      faults.set(`reason-${unit.unitId}`, $localize`:@@round.shortReason:${unit.unitShortName}:unit:: lý do cần ít nhất 10 ký tự.`);
    else if (unit && field)
      faults.set(
        `${String(field)}-${unit.unitId}`,
        $localize`:@@round.noNumber:${unit.unitShortName}:unit:: ghi số tay giơ bằng số nguyên.`,
      );
    else faults.set('meeting', $localize`:@@round.incomplete:Ghi đủ kết quả hội nghị.`);
  }
  return faults;
}

/** The event of a press with the notes that it needs. A wrong shape comes back as zod's issues; rules are the API's. */
export function eventOf(pressed: Pressed, view: RoundView, notes: MeetingNotes, unit: Readonly<Record<'recuse' | 'readmit', string>>) {
  const attendance = [...notes.attendance];
  const chosen = view.candidates.filter(({ unitId }) => notes.chosen.includes(unitId));
  const votes = (units: readonly { unitId: string }[]) => units.map(({ unitId }) => ({ unitId, ...(notes.hands[unitId] ?? NO_HANDS) }));
  const given = {
    open: {},
    recuse: { unitId: unit.recuse },
    readmit: { unitId: unit.readmit },
    consent: { attendance, nominees: chosen.map(({ unitId }) => ({ unitId, ...reasonOf(notes, unitId) })) },
    count: {
      attendance,
      votes: votes(view.candidates.filter(({ eligible }) => eligible)).map((vote) => ({ ...vote, ...reasonOf(notes, vote.unitId) })),
    },
    settle: {
      unitIds: notes.method === 'leave-open' ? [] : [...notes.chosen],
      method: notes.method,
      ...(notes.method === 'run-off' ? { votes: votes(view.candidates.filter(({ tied }) => tied)) } : {}),
    },
  };
  return RoundEvent.safeParse({ ...pressed, ...given[pressed.type as keyof typeof given], version: view.version });
}
