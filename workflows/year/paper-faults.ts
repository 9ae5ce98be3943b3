import { fault, repeats, type Fault } from './fault.js';
import { unknownUnit } from './people-faults.js';
import type { YearFile } from './year-file.schema.js';

type Dispatching = Pick<YearFile, 'units' | 'province' | 'cycle' | 'dispatch'>;

/** The recipients of a dispatch, each once, with their addresses: what the lines of Nơi nhận come to. */
export function recipientsOf({ units, province, cycle, dispatch }: Dispatching): Map<string, string> {
  const address = new Map(units.map(({ code, email }) => [code, email]));
  const unit = (code: string | null): [string, string][] => (code !== null && address.has(code) ? [[code, address.get(code)!]] : []);
  return new Map(
    dispatch.lines.flatMap(({ to }): [string, string][] => {
      if (to === 'council' || to === 'board') return [[to, province[to].email]];
      if (to === 'head') return unit(cycle.head);
      if (to === 'deputy') return unit(cycle.deputy);
      return to === 'members' ? units.map(({ code, email }) => [code, email]) : [];
    }),
  );
}

/** A kind of document once; its way begins with its making. */
export const documentFaults = ({ documents }: Pick<YearFile, 'documents'>): Fault[] => [
  ...repeats(documents.map(({ type }) => type)).map(({ at, value }) =>
    fault(`/documents/${at}/type`, `Văn bản ${value} có hai lần.`, `The document ${value} occurs twice.`),
  ),
  ...documents.flatMap(({ acts }, at) => makingFaults(`/documents/${at}`, acts)),
];

/** A record that is made in the file is made first, and once. */
function makingFaults(base: string, acts: readonly { readonly type: string }[]): Fault[] {
  return acts.flatMap(({ type }, at) => {
    if ((type === 'create') === (at === 0)) return [];
    return at === 0
      ? [fault(`${base}/acts/0`, 'Việc đầu tiên phải là “create”.', 'The first act must be “create”.')]
      : [fault(`${base}/acts/${at}`, 'Chỉ được lập một lần.', 'It is made only once.')];
  });
}

/** Lines of Nơi nhận once each; who is refused is a recipient. */
export function dispatchFaults(file: Dispatching): Fault[] {
  const { dispatch } = file;
  const addresses = new Set(recipientsOf(file).values());
  return [
    ...makingFaults('/dispatch', dispatch.acts),
    ...repeats(dispatch.lines.map(({ to }) => to)).map(({ at, value }) =>
      fault(`/dispatch/lines/${at}/to`, `Nơi nhận “${value}” có hai dòng.`, `The recipients “${value}” have two lines.`),
    ),
    ...dispatch.refused.flatMap((email, at) =>
      addresses.has(email) ? [] : [fault(`/dispatch/refused/${at}`, `Không gửi thư nào tới ${email}.`, `No letter goes to ${email}.`)],
    ),
  ];
}

/** Whoever confirms is a recipient whose letter arrived, once; the council’s standing body gives its incoming number. */
export function receiptFaults(file: Dispatching & Pick<YearFile, 'receipts'>): Fault[] {
  const recipients = recipientsOf(file);
  const refused = new Set(file.dispatch.refused);
  return [
    ...repeats(file.receipts.map(({ recipient }) => recipient)).map(({ at, value }) =>
      fault(`/receipts/${at}/recipient`, `“${value}” xác nhận hai lần.`, `“${value}” confirms twice.`),
    ),
    ...file.receipts.flatMap(({ recipient }, at): Fault[] => {
      const here = `/receipts/${at}/recipient`;
      const address = recipients.get(recipient);
      const known = ['council', 'board'].includes(recipient) || file.units.some(({ code }) => code === recipient);
      if (!known) return [unknownUnit(here, recipient)];
      if (address === undefined) return [fault(here, `Không gửi văn bản cho “${recipient}”.`, `Nothing is sent to “${recipient}”.`)];
      return refused.has(address)
        ? [
            fault(
              here,
              `Thư gửi “${recipient}” bị từ chối nên không xác nhận được.`,
              `The letter to “${recipient}” is refused, so it cannot be confirmed.`,
            ),
          ]
        : [];
    }),
  ];
}
