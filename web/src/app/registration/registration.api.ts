import { inject, Injectable } from '@angular/core';
import { Page } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { RegistrationView, type RegistrationEdit, type RegistrationEvent } from '@thidua/workflows/registration/registration.schema';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Registrations = Page(RegistrationView);

/** Registrations as the API gives and takes them. `list`, `one` and `history` are read anew when what they depend on changes. */
@Injectable({ providedIn: 'root' })
export class RegistrationApi {
  private readonly api = inject(Api);

  list(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'registrations'), Registrations);
  }

  one(bloc: () => string, id: () => string) {
    return this.api.read(() => inBloc(bloc(), 'registrations', id()), RegistrationView);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => `${inBloc(bloc(), 'registrations', id())}/history`, History);
  }

  /** The newest version, read once. @throws Refusal */
  newest(bloc: string, id: string): Promise<RegistrationView> {
    return this.api.once(inBloc(bloc, 'registrations', id), RegistrationView);
  }

  /** Saves a draft. @throws Refusal 'stale' when someone else changed it */
  save(bloc: string, id: string, edit: RegistrationEdit): Promise<RegistrationView> {
    return this.api.put(inBloc(bloc, 'registrations', id), edit, RegistrationView);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: RegistrationEvent): Promise<RegistrationView> {
    return this.api.send(inBloc(bloc, 'registrations', id), event, RegistrationView);
  }
}
