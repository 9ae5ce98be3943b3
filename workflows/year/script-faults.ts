import { valueAt } from './bodies.js';
import { HERE } from './cast.js';
import { fault, repeats, type Fault } from './fault.js';
import { unknownUnit } from './people-faults.js';
import { assignments } from '../scorecard/assignments.js';
import { kindName } from '../words.js';
import type { ActKind } from './timeline.js';
import type { YearFile } from './year-file.schema.js';

type Units = Pick<YearFile, 'units'>;
type List = 'registrations' | 'scorecards' | 'sections';

/** A list of scripts that has one for each unit. */
export const unitScriptFaults =
  <L extends List>(kind: ActKind, list: L) =>
  (file: Units & Pick<YearFile, L>): Fault[] => {
    const scripts = file[list] as readonly { readonly unit: string }[];
    const units = scripts.map(({ unit }) => unit);
    const known = new Set(file.units.map(({ code }) => code));
    const [vi, en] = [kindName(kind, 'vi'), kindName(kind, 'en')];
    return [
      ...units.flatMap((unit, at) => (known.has(unit) ? [] : [unknownUnit(`/${list}/${at}/unit`, unit)])),
      ...repeats(units).map(({ at, value }) =>
        fault(`/${list}/${at}/unit`, `Đơn vị “${value}” có hai ${vi}.`, `The unit “${value}” has two of these: ${en}.`),
      ),
      ...file.units
        .filter(({ code }) => !units.includes(code))
        .map(({ code }) => fault(`/${list}`, `Đơn vị “${code}” chưa có ${vi}.`, `The unit “${code}” has no ${en}.`)),
    ];
  };

/** Registrations aim at titles and levels of the year. */
export const aimFaults = ({ registrations, cycle }: Pick<YearFile, 'registrations' | 'cycle'>): Fault[] =>
  registrations.flatMap(({ acts }, at) =>
    acts.flatMap((act, n) => {
      if (act.type !== 'edit' || act.aim === null) return [];
      const { kind, code } = act.aim;
      const known = kind === 'title' ? cycle.rules.titles : cycle.rules.completionLevels;
      if (known.some((candidate) => candidate.code === code)) return [];
      const pointer = `/registrations/${at}/acts/${n}/aim/code`;
      return [fault(pointer, `Năm không có danh hiệu hay mức “${code}”.`, `The year has no title or level “${code}”.`)];
    }),
  );

/** Peer sheets are those that the year’s rule assigns, each once. */
export function sheetFaults({ units, cycle, sheets }: Pick<YearFile, 'units' | 'cycle' | 'sheets'>): Fault[] {
  const known = new Set(units.map(({ code }) => code));
  const groupOf = (code: string) => cycle.groups.findIndex((group) => group.units.includes(code));
  const roster = units.map(({ code }) => ({ unitId: code, groupId: cycle.groups.length > 0 ? String(groupOf(code)) : HERE.blocId }));
  const assigned = new Set(assignments(roster, cycle.rules.peers).map(({ rater, unit }) => `${rater}>${unit}`));
  const names = sheets.map(({ rater, rated }) => `${rater}>${rated}`);
  return [
    ...repeats(names).map(({ at, value }) => fault(`/sheets/${at}`, `Phiếu ${value} bị trùng.`, `The sheet ${value} occurs twice.`)),
    ...sheets.flatMap(({ rater, rated }, at): Fault[] => {
      const strangers = [
        ...(known.has(rater) ? [] : [unknownUnit(`/sheets/${at}/rater`, rater)]),
        ...(known.has(rated) ? [] : [unknownUnit(`/sheets/${at}/rated`, rated)]),
      ];
      if (strangers.length > 0 || assigned.has(`${rater}>${rated}`)) return strangers;
      const vi = `Theo quy tắc của năm “${rater}” không chấm “${rated}”.`;
      return [fault(`/sheets/${at}`, vi, `By the rule of the year “${rater}” does not score “${rated}”.`)];
    }),
  ];
}

/** The meeting: units of the bloc, a round for each title and no other. */
export function meetingFaults({ units, cycle, meeting }: Pick<YearFile, 'units' | 'cycle' | 'meeting'>): Fault[] {
  const known = new Set(units.map(({ code }) => code));
  const strangers = (list: readonly string[], pointer: (at: number) => string) =>
    list.flatMap((unit, at) => (known.has(unit) ? [] : [unknownUnit(pointer(at), unit)]));
  const titles = cycle.rules.titles.map(({ code }) => code);
  const played = meeting.rounds.map(({ title }) => title);
  return [
    ...strangers(meeting.attendance, (at) => `/meeting/attendance/${at}`),
    ...repeats(meeting.attendance).map(({ at, value }) =>
      fault(`/meeting/attendance/${at}`, `Đơn vị “${value}” dự họp hai lần.`, `The unit “${value}” attends twice.`),
    ),
    ...played.flatMap((title, at) =>
      titles.includes(title)
        ? []
        : [fault(`/meeting/rounds/${at}/title`, `Năm không có danh hiệu “${title}”.`, `The year has no title “${title}”.`)],
    ),
    ...repeats(played).map(({ at, value }) =>
      fault(`/meeting/rounds/${at}/title`, `Danh hiệu “${value}” có hai vòng.`, `The title “${value}” has two rounds.`),
    ),
    ...titles
      .filter((title) => !played.includes(title))
      .map((title) => fault('/meeting/rounds', `Danh hiệu “${title}” chưa có vòng suy tôn.`, `The title “${title}” has no round.`)),
    ...meeting.rounds.flatMap(({ acts }, at) =>
      acts.flatMap((act, n): Fault[] => {
        const here = `/meeting/rounds/${at}/acts/${n}`;
        const of = (list: readonly { unit: string }[], name: string) =>
          strangers(
            list.map(({ unit }) => unit),
            (k) => `${here}/${name}/${k}/unit`,
          );
        if (act.type === 'consent') return of(act.nominees, 'nominees');
        if (act.type === 'count') return of(act.votes, 'votes');
        return act.type === 'settle' ? [...strangers(act.units, (k) => `${here}/units/${k}`), ...of(act.votes ?? [], 'votes')] : [];
      }),
    ),
  ];
}

/** What is said to be invented stands in the file. */
export const inventedFaults = (file: YearFile): Fault[] =>
  file.invented.flatMap(({ at }, n) =>
    valueAt(file, at) === undefined ? [fault(`/invented/${n}/at`, `Tệp không có gì ở ${at}.`, `The file has nothing at ${at}.`)] : [],
  );
