import { vietnamDay } from '../working-days.js';
import { fault, repeats, type Fault } from './fault.js';
import { nameOn } from './names.js';
import { playOrder } from './timeline.js';
import type { YearFile } from './year-file.schema.js';

/** Units: codes once, an address of their own to which the letter goes. */
export function unitFaults({ units, province }: Pick<YearFile, 'units' | 'province'>): Fault[] {
  const addresses = [province.council.email, province.board.email, ...units.map(({ email }) => email)].map((email) => email.toLowerCase());
  return [
    ...repeats(units.map(({ code }) => code)).map(({ at, value }) =>
      fault(`/units/${at}/code`, `Mã đơn vị “${value}” bị trùng.`, `The unit code “${value}” occurs twice.`),
    ),
    ...repeats(addresses).map(({ at, value }) =>
      fault(
        at < 2 ? '/province/board/email' : `/units/${at - 2}/email`,
        `Địa chỉ ${value} đã là của nơi nhận khác.`,
        `The address ${value} is another recipient’s.`,
      ),
    ),
  ];
}

/** Every unit bears a name on every day on which something happens: documents print the name of their date. */
export function nameFaults(file: YearFile): Fault[] {
  const days = [...new Set(playOrder(file).map(({ on }) => vietnamDay(new Date(on))))];
  return file.units.flatMap((unit, at) => {
    const nameless = days.find((day) => !nameOn(unit, day));
    return nameless === undefined
      ? []
      : [
          fault(
            `/units/${at}/names`,
            `Ngày ${nameless} đơn vị “${unit.code}” không có tên.`,
            `On ${nameless} the unit “${unit.code}” has no name.`,
          ),
        ];
  });
}
