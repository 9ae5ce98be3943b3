import { Module } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { Throttle } from './throttle.js';

@Module({
  controllers: [AccountController],
  providers: [
    Throttle,
    {
      provide: AccountService,
      useFactory: (database: Database, throttle: Throttle, config: Config) => new AccountService(database, throttle, config),
      inject: [Database, Throttle, CONFIG],
    },
  ],
  exports: [AccountService, Throttle],
})
export class AccountModule {}
