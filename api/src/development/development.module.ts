import { Module } from '@nestjs/common';
import { inDataDir, type Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { StoredMail } from '../platform/mail/stored-mail.js';
import { ClockController } from './clock.controller.js';
import { MailController } from './mail.controller.js';
import { MailService } from './mail.service.js';

/** Routes that exist only in the development mode: `AppModule.for` leaves this module out of production. */
@Module({
  controllers: [ClockController, MailController],
  providers: [
    MailService,
    { provide: StoredMail, useFactory: (config: Config) => new StoredMail(inDataDir(config, 'mail')), inject: [CONFIG] },
  ],
})
export class DevelopmentModule {}
