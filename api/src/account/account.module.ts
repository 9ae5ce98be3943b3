import { Module } from '@nestjs/common';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { LetterLinks } from '../platform/mail/letter-links.js';
import { Enclosures } from '../platform/worker/enclosures.js';
import { AccountController } from './account.controller.js';
import { AccountLinkController } from './account-link.controller.js';
import { AccountLinks } from './account-links.js';
import { AccountService } from './account.service.js';
import { Proofs } from './proofs.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactor } from './second-factor.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

@Module({
  controllers: [AccountController, AccountLinkController, SecondFactorController, SessionController],
  providers: [
    Throttle,
    Sessions,
    SecondFactor,
    Proofs,
    AccountLinks,
    {
      provide: AccountService,
      useFactory: (...parts: ConstructorParameters<typeof AccountService>) => new AccountService(...parts),
      inject: [Database, Throttle, Sessions, SecondFactor, LetterLinks, CONFIG],
    },
  ],
  exports: [AccountService, Throttle],
})
export class AccountModule {
  constructor(enclosures: Enclosures, links: AccountLinks) {
    enclosures.enclose('Account', (delivery) => links.enclose(delivery));
  }
}
