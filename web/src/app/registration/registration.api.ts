import { inject, Injectable } from '@angular/core';
import { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { Api } from '../platform/api.js';
import { RecordApi } from '../platform/record-api.js';

/** Registrations as the API gives and takes them. */
@Injectable({ providedIn: 'root' })
export class RegistrationApi extends RecordApi<RegistrationView> {
  constructor() {
    super(inject(Api), 'registrations', RegistrationView);
  }
}
