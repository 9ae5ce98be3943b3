import type { CycleView } from '../cycle/cycle.schema.js';
import { pageOf } from '../letters.js';
import type { Action } from '../record.js';
import type { RegistrationView } from '../registration/registration.schema.js';
import type { SectionView } from '../report/section.schema.js';
import type { ScorecardView } from '../scorecard/scorecard.schema.js';
import { daysLeft, stepsOf } from '../work/work.js';
import { fill, said, type Language, type Said } from '../wording.js';
import { cardStands, outOfScoring, registrationStands, sectionStands, type Standing } from './cells.js';
import {
  PROGRESS_STEPS,
  type GroupProgress,
  type Progress,
  type ProgressCell,
  type ProgressRow,
  type ProgressStep,
  type StepProgress,
} from './progress.schema.js';

/** The year and those of its records that the reader may read, as the reader sees them. */
export interface YearRecords {
  readonly cycle: Pick<CycleView, 'members' | 'rules'>;
  readonly registrations: readonly RegistrationView[];
  readonly cards: readonly ScorecardView[];
  readonly sections: readonly SectionView[];
}

type Member = CycleView['members'][number];

/** For whom progress is told, and on which day. */
export interface ProgressReader {
  readonly today: string;
  readonly language: Language;
  /** The units that the reader belongs to. */
  readonly own: readonly string[];
  /** Whether the reader may read the records of a kind of this member in whatever state they stand. */
  readonly readsAll: (kind: string, member: Member) => boolean;
}

/** The kind of record that tells of a step. */
const KIND_OF: Readonly<Record<ProgressStep, string>> = {
  registration: 'Registration',
  selfScore: 'Scorecard',
  peerScore: 'Scorecard',
  review: 'Scorecard',
  verification: 'Scorecard',
  sections: 'Section',
};

const SENT = said('{passed} trên {of} đơn vị đã gửi', '{passed} of {of} units have sent');
const SUMS: Readonly<Record<ProgressStep, Said>> = {
  registration: SENT,
  selfScore: SENT,
  peerScore: said('{passed} trên {of} đơn vị đã mở niêm phong', '{passed} of {of} seals are open'),
  review: said('{passed} trên {of} đơn vị đã được thống nhất điểm', '{passed} of {of} units have agreed scores'),
  verification: said('{passed} trên {of} đơn vị đã được thẩm định', '{passed} of {of} units are verified'),
  sections: SENT,
};

/** Where a year stands, unit by unit and step by step: told from what each record says to this reader, and from nothing else. */
export function progressOf(records: YearRecords, reader: ProgressReader): Progress {
  const { members, rules } = records.cycle;
  const all = rowsOf(records, reader);
  const told = PROGRESS_STEPS.filter((step) => all.some(({ cells }) => cells.some((cell) => cell.step === step)));
  const calendar = stepsOf(rules.deadlines, reader.today, reader.language);
  return {
    today: reader.today,
    calendar,
    steps: told.map((step) => {
      const name = calendar.find(({ key }) => key === step)!.name;
      return { step, name, due: rules.deadlines[step], ...sumOf(step, all, members, reader) };
    }),
    rows: all.filter(({ cells }) => cells.length > 0),
  };
}

/** The units group by group, in the order of the Vietnamese alphabet. */
function rowsOf({ cycle, registrations, cards, sections }: YearRecords, { own, today, language }: ProgressReader): ProgressRow[] {
  const ofUnit = <T extends { readonly unitId: string }>(list: readonly T[]) => new Map(list.map((item) => [item.unitId, item]));
  const found = { registrations: ofUnit(registrations), cards: ofUnit(cards), sections: ofUnit(sections) };
  const inOrder = [...cycle.members].sort(
    (a, b) => (a.groupNumber ?? 0) - (b.groupNumber ?? 0) || a.shortName.localeCompare(b.shortName, 'vi'),
  );
  return inOrder.map(({ unitId, name, shortName, groupNumber }) => {
    const [registration, card, section] = [found.registrations.get(unitId), found.cards.get(unitId), found.sections.get(unitId)];
    const cellsOfCard = card
      ? PROGRESS_STEPS.flatMap((step) => {
          const standing = cardStands[step];
          if (!standing) return [];
          return [cellOf(step, card, outOfScoring(card, language) ?? standing(card, language), today)];
        })
      : [];
    const cells = [
      ...(registration ? [cellOf('registration', registration, registrationStands(registration, language), today)] : []),
      ...cellsOfCard,
      ...(section ? [cellOf('sections', section, sectionStands(section, language), today)] : []),
    ];
    return { unitId, unitName: name, unitShortName: shortName, groupNumber, own: own.includes(unitId), cells };
  });
}

/** A record of which units are reminded, as its reader sees it. */
interface Remindable {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly remindedAt: string | null;
}

function cellOf(step: ProgressStep, record: Remindable, { due, ...standing }: Standing, today: string): ProgressCell {
  const kind = KIND_OF[step];
  // One record tells of several steps; the unit is reminded of the one that it owes.
  const owed = step !== 'peerScore' && step !== 'review' && step !== 'verification';
  return {
    step,
    ...standing,
    daysLeft: due ? daysLeft(today, due) : null,
    kind,
    id: record.id,
    link: pageOf(kind, record.id),
    remind: owed ? (record.actions.find(({ type }) => type === 'remind') ?? null) : null,
    remindedAt: owed ? record.remindedAt : null,
  };
}

/** Sums are told of whole groups alone: of the units that a reader happens to read they would say nothing. */
function sumOf(
  step: ProgressStep,
  rows: readonly ProgressRow[],
  members: readonly Member[],
  { language, readsAll }: ProgressReader,
): Pick<StepProgress, 'words' | 'groups'> {
  const numbers = [...new Set(members.map(({ groupNumber }) => groupNumber))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const whole = numbers.filter((number) => members.every((member) => member.groupNumber !== number || readsAll(KIND_OF[step], member)));
  const groups = whole.map((groupNumber): GroupProgress => {
    const cells = rows
      .filter((row) => row.groupNumber === groupNumber)
      .flatMap((row) => row.cells.filter((cell) => cell.step === step && cell.look !== 'out'));
    return { groupNumber, passed: cells.filter(({ passed }) => passed).length, of: cells.length, looks: cells.map(({ look }) => look) };
  });
  const sum = { passed: added(groups.map(({ passed }) => passed)), of: added(groups.map(({ of }) => of)) };
  return { words: groups.length > 0 ? fill(SUMS[step], language, sum) : null, groups };
}

const added = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
