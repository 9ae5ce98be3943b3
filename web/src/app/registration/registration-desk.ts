import { inject, Injectable } from '@angular/core';
import { Aim, RegistrationDraft, type RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { z } from 'zod';
import { LANGUAGE } from '../platform/language.js';
import { faultsOfShape } from '../platform/faults.js';
import { DraftDesk } from '../ui/draft-desk.js';
import { RegistrationApi } from './registration.api.js';
import { draftOf, merged, unclearIn } from './registration-writing.js';

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
    const language = inject(LANGUAGE);
    super({
      api: inject(RegistrationApi),
      unfinished: UNFINISHED,
      draftOf,
      merged,
      whole: (draft) => {
        const parsed = RegistrationDraft.safeParse(draft);
        const unclear = unclearIn(draft, language);
        if (parsed.success && unclear.size === 0) return { body: parsed.data };
        return { faults: new Map([...unclear, ...(parsed.error ? faultsOfShape(parsed.error.issues) : [])]) };
      },
    });
  }
}
