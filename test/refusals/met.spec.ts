import { machines } from '@thidua/workflows/machines';
import { isProblemCode } from '@thidua/workflows/problem';
import { metRefusals, type MetRefusal } from '../support/refusals.js';

/** Needs of events that only the program sends: no address takes them from a person, so none can be refused there. */
const PROGRAM_ONLY = [['scorecard', 'needs-all-sheets']];

const needs = Object.entries(machines)
  .flatMap(([record, machine]) =>
    Object.keys(machine.implementations.guards)
      .filter(isProblemCode)
      .map((need) => [record, need] as const),
  )
  .filter((pair) => !PROGRAM_ONLY.some((only) => only.join() === pair.join()));

const addressOf = (record: string): string => (record === 'person' ? 'people' : record.endsWith('ch') ? `${record}es` : `${record}s`);

describe('every need of every machine was refused over HTTP by its name, saying why and what to do next', () => {
  let met: MetRefusal[];
  beforeAll(() => {
    met = metRefusals();
  });

  it.each(needs)('%s: %s', (record, need) => {
    const refusals = met.filter(({ records, type }) => records === addressOf(record) && type === `/problems/${need}`);
    expect(refusals.length).toBeGreaterThan(0);
    for (const { detail, next } of refusals) {
      expect(detail).toMatch(/[\p{L}\d)][.:!?]$/u);
      expect(next).toMatch(/\p{L}[^{}]*[.!?]$/u);
    }
  });
});
