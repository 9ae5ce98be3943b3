import { inject, Injectable } from '@angular/core';
import { Progress, type ProgressCell } from '@thidua/workflows/progress/progress.schema';
import { z } from 'zod';
import { inBloc } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

/** Below which address the records of a kind lie. */
const PATHS: Readonly<Record<string, string>> = { Registration: 'registrations', Scorecard: 'scorecards', Section: 'sections' };
const Versioned = z.object({ version: z.int() });

/** Where a year stands, and reminding units of what they have not sent. */
@Injectable({ providedIn: 'root' })
export class ProgressApi {
  private readonly api = inject(Api);

  /** @param spot null: nothing to read yet */
  of(spot: () => Spot | null) {
    return this.api.read(() => {
      const at = spot();
      return at ? `${inBloc(at.bloc, 'progress')}?year=${at.year}` : undefined;
    }, Progress);
  }

  /**
   * Reminds the unit of a record. Its people may be writing it, and every save moves its version: whoever reminds asks for what is not
   * sent, whatever stands in it, and so takes the version of this moment.
   * @throws Refusal the name of each guard that does not hold, such as 'needs-day-since-reminder'
   */
  async remind(bloc: string, { kind, id }: Pick<ProgressCell, 'kind' | 'id'>): Promise<void> {
    const record = inBloc(bloc, PATHS[kind]!, id);
    const { version } = await this.api.once(record, Versioned);
    await this.api.send(record, { type: 'remind', version }, Versioned);
  }
}
