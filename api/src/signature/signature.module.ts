import { Module } from '@nestjs/common';
import { DeadlineSenders } from '../platform/worker/deadline-senders.js';
import { DocumentService } from '../register/document.service.js';
import { RegisterModule } from '../register/register.module.js';
import { SignatureController } from './signature.controller.js';
import { SignatureService } from './signature.service.js';
import { SigningKeysController } from './keys.controller.js';
import { SigningKeys } from './signing-keys.js';

@Module({
  imports: [RegisterModule],
  controllers: [SignatureController, SigningKeysController],
  providers: [SigningKeys, SignatureService],
  exports: [SignatureService, SigningKeys],
})
export class SignatureModule {
  constructor(deadlines: DeadlineSenders, documents: DocumentService, signatures: SignatureService) {
    // A document waits for two things that nobody presses: its signature, and the end of its day.
    deadlines.keep('Document', (place, id, event) => (event === 'finish' ? signatures.finish(place, id) : documents.expire(place, id)));
  }
}
