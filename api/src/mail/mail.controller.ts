import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { MailSettingsView, TestLetter } from '@thidua/workflows/mail/mail.schema';
import type { Caller } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/request.js';
import { MailSettings } from './mail-settings.js';

/** How letters leave the installation. */
@Controller('api/administration/mail')
export class MailSettingsController {
  constructor(private readonly mail: MailSettings) {}

  @Get()
  @Answers(MailSettingsView)
  view(@CurrentCaller() caller: Caller): Promise<MailSettingsView> {
    return this.mail.view(caller);
  }

  @Post('tests')
  @ApiBody({ schema: { type: 'object', description: 'Nothing: the letter goes to the address of whoever asks' } })
  @Answers(TestLetter, 201)
  test(@CurrentCaller() caller: Caller): Promise<TestLetter> {
    return this.mail.test(caller);
  }

  @Get('tests/:id')
  @Answers(TestLetter)
  letter(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<TestLetter> {
    return this.mail.letter(caller, id);
  }
}
