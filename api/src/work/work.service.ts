import { Injectable } from '@nestjs/common';
import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { Action } from '@thidua/workflows/record';
import { daysLeft, inOrder, isAwaited, stepsOf } from '@thidua/workflows/work/work';
import type { Work, WorkItem } from '@thidua/workflows/work/work.schema';
import { eventName, stateName } from '@thidua/workflows/words';
import { vietnamDay } from '@thidua/workflows/working-days';
import { CycleService } from '../cycle/cycle.service.js';
import type { At } from '../platform/door/caller.js';
import { Reader } from '../platform/door/reader.js';
import { RegistrationService } from '../registration/registration.service.js';

/** A record as the list of work needs it. */
interface Awaited {
  readonly kind: string;
  readonly id: string;
  readonly state: string;
  readonly actions: readonly Action[];
  /** What the record is called in the list: a unit's short name, a document's title. */
  readonly name: string;
  readonly due: string | null;
  readonly link: string;
}

/** Gathers what waits for the reader from the actions that every record already offers: no second law of who does what. */
@Injectable()
export class WorkService {
  constructor(
    private readonly reader: Reader,
    private readonly cycles: CycleService,
    private readonly registrations: RegistrationService,
  ) {}

  /** The work of whoever asks, in one bloc and year. */
  async of(at: At, year?: number): Promise<Work> {
    const today = await this.reader.read(at, (reading) => Promise.resolve(vietnamDay(reading.now)));
    const { items: cycles } = await this.cycles.list(at, year);
    const cycle = cycles[0];
    if (!cycle) return { today, cycleState: null, waiting: [], others: [], steps: [] };
    const records = [...ofCycle(cycle), ...(await this.ofRegistrations(at, cycle))];
    const items = records.flatMap((record) => itemsOf(record, today, at.caller.language));
    return {
      today,
      cycleState: cycle.state,
      waiting: inOrder(items),
      others: [],
      steps: stepsOf(cycle.rules.deadlines, today, at.caller.language),
    };
  }

  private async ofRegistrations(at: At, cycle: CycleView): Promise<Awaited[]> {
    const { items } = await this.registrations.list(at, { year: cycle.year, limit: 100 });
    return items.map((view) => ({
      kind: 'Registration',
      id: view.id,
      state: view.state,
      actions: view.actions,
      name: view.unitShortName,
      due: view.due,
      link: `registrations/${view.id}`,
    }));
  }
}

const ofCycle = (cycle: CycleView): Awaited[] => [
  { kind: 'Cycle', id: cycle.id, state: cycle.state, actions: cycle.actions, name: String(cycle.year), due: null, link: '' },
];

/** One item for each awaited event that works now; a draft that cannot be sent yet shows as one to write. */
function itemsOf(record: Awaited, today: string, language: 'vi' | 'en'): WorkItem[] {
  const ready = record.actions.filter((action) => isAwaited(action.type) && action.type !== 'edit' && action.needs.length === 0);
  const writing = record.actions.some((action) => action.type === 'edit') && ready.length === 0 ? [{ type: 'edit' }] : [];
  return [...ready, ...writing].map(({ type }) => ({
    kind: record.kind,
    id: record.id,
    event: type,
    title: `${eventName(record.kind, type, language)}: ${record.name}`,
    sentence: stateName(record.kind, record.state, language),
    due: record.due,
    daysLeft: record.due ? daysLeft(today, record.due) : null,
    link: record.link,
  }));
}
