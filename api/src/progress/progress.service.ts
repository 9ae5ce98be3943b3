import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { unitsOf } from '@thidua/workflows/actor';
import { machines } from '@thidua/workflows/machines';
import { progressOf, type ProgressReader } from '@thidua/workflows/progress/progress';
import type { Progress } from '@thidua/workflows/progress/progress.schema';
import { vietnamDay } from '@thidua/workflows/working-days';
import { CycleService } from '../cycle/cycle.service.js';
import { wholeList } from '../cycle/whole-list.js';
import type { At } from '../platform/door/caller.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { RegistrationService } from '../registration/registration.service.js';
import { SectionService } from '../report/section.service.js';
import { ScorecardService } from '../scorecard/scorecard.service.js';

/** Tells where a year stands from the records that the reader may read: no second law of who may know what. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly reader: Reader,
    private readonly cycles: CycleService,
    private readonly registrations: RegistrationService,
    private readonly scorecards: ScorecardService,
    private readonly sections: SectionService,
  ) {}

  /** The year of a bloc, unit by unit; the lists are read in one snapshot, one after the other. Without a year that may be read, nothing. */
  of(place: At, year?: number): Promise<Progress> {
    return this.reader.read(place, async (reading) => {
      const at: At & { readonly within: Reading } = { ...place, within: reading };
      const today = vietnamDay(reading.now);
      const [cycle] = (await this.cycles.list(at, year)).items;
      if (!cycle) return { today, calendar: [], steps: [], rows: [] };
      const registrations = await wholeList(cycle.year, (query) => this.registrations.list(at, query));
      const cards = await wholeList(cycle.year, (query) => this.scorecards.list(at, query));
      const sections = await wholeList(cycle.year, (query) => this.sections.list(at, query));
      return progressOf({ cycle, registrations, cards, sections }, readerOf(reading, cycle.id, today));
    });
  }
}

const initialOf = (kind: string): string => String(Object.values(machines).find(({ id }) => id === kind)!.config.initial);

function readerOf({ actor, rights, scope, language }: Reading, cycleId: string, today: string): ProgressReader {
  const place = { blocId: scope.blocId, provinceId: scope.provinceId, cycleId };
  return {
    today,
    language,
    own: unitsOf(actor),
    // What is not begun is seen by the fewest: whoever reads that reads all.
    readsAll: (kind, { unitId, groupId }) => may(rights, 'read', kind, { ...place, unitId, groupId, state: initialOf(kind) }),
  };
}
