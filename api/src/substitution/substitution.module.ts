import { Module } from '@nestjs/common';
import { Enclosures } from '../platform/worker/enclosures.js';
import { SubstitutionController } from './substitution.controller.js';
import { SubstitutionService } from './substitution.service.js';

@Module({ controllers: [SubstitutionController], providers: [SubstitutionService] })
export class SubstitutionModule {
  constructor(enclosures: Enclosures) {
    // A substitution lies in no bloc: it stands on the account page of both.
    enclosures.enclose('Substitution', () => Promise.resolve({ path: '/vi/account', linkText: 'Mở trang tài khoản', attachments: [] }));
  }
}
