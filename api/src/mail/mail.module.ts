import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { MailSettingsController } from './mail.controller.js';
import { MailSettings } from './mail-settings.js';

@Module({ imports: [AccountModule], controllers: [MailSettingsController], providers: [MailSettings] })
export class MailModule {}
