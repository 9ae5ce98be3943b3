import { inject, Injectable } from '@angular/core';
import { Aim, RegistrationDraft, type RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { z } from 'zod';
import { faultsOfShape } from '../platform/faults.js';
import { DraftDesk } from '../ui/draft-desk.js';
import { RegistrationApi } from './registration.api.js';
import { draftOf, merged } from './registration-writing.js';

const Text = z.string().max(2000);
const UNFINISHED = z.object({
  aim: Aim.nullable(),
  targets: z.array(z.object({ name: Text, unit: Text, planned: Text, previous: Text, evidence: Text })).max(60),
  note: Text,
});

/** One registration on the table, with the draft that is being written on it. */
@Injectable()
export class RegistrationDesk extends DraftDesk<RegistrationView, RegistrationDraft> {
  constructor() {
    super({
      api: inject(RegistrationApi),
      unfinished: UNFINISHED,
      draftOf,
      merged,
      whole: (draft) => {
        const parsed = RegistrationDraft.safeParse(draft);
        return parsed.success ? { body: parsed.data } : { faults: faultsOfShape(parsed.error.issues) };
      },
    });
  }
}
