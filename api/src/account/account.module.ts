import { Module } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { LetterLinks } from '../platform/mail/letter-links.js';
import { Enclosures } from '../platform/worker/enclosures.js';
import { AccountController } from './account.controller.js';
import { AccountLinkController } from './account-link.controller.js';
import { AccountLinks } from './account-links.js';
import { AccountService } from './account.service.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

@Module({
  controllers: [AccountController, AccountLinkController, SessionController],
  providers: [
    Throttle,
    Sessions,
    AccountLinks,
    {
      provide: AccountService,
      useFactory: (database: Database, throttle: Throttle, sessions: Sessions, links: LetterLinks, config: Config) =>
        new AccountService(database, throttle, sessions, links, config),
      inject: [Database, Throttle, Sessions, LetterLinks, CONFIG],
    },
  ],
  exports: [AccountService, Throttle],
})
export class AccountModule {
  constructor(enclosures: Enclosures, links: AccountLinks) {
    enclosures.enclose('Account', (delivery) => links.enclose(delivery));
  }
}
