import { Body, Controller, Get, Header, Param, ParseIntPipe, ParseUUIDPipe, Put, Query, StreamableFile } from '@nestjs/common';
import { MailLetter, MailLine, MailQuery, MailRefusals, RefusedAddresses } from '@thidua/workflows/development/mail.schema';
import { Page } from '@thidua/workflows/page';
import { Answers, AnswersFile } from '../platform/http/answers.js';
import { LETTER_POLICY } from '../platform/http/headers.js';
import { Public } from '../platform/http/request.js';
import { MailService } from './mail.service.js';

/** The letters that the development mail server took. Production does not register this route. */
@Public()
@Controller('api/dev/mail')
export class MailController {
  constructor(private readonly mail: MailService) {}

  @Get()
  @Answers(Page(MailLine))
  list(@Query({ schema: MailQuery }) query: MailQuery) {
    return this.mail.list(query);
  }

  @Put('refused')
  @Answers(MailRefusals)
  refuse(@Body({ schema: RefusedAddresses }) addresses: RefusedAddresses): Promise<MailRefusals> {
    return this.mail.refuse(addresses);
  }

  @Get(':id')
  @Answers(MailLetter)
  one(@Param('id', ParseUUIDPipe) id: string): Promise<MailLetter> {
    return this.mail.one(id);
  }

  @Get(':id/html')
  @AnswersFile('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', LETTER_POLICY)
  @Header('x-frame-options', 'SAMEORIGIN')
  html(@Param('id', ParseUUIDPipe) id: string): Promise<string> {
    return this.mail.html(id);
  }

  @Get(':id/attachments/:n')
  @AnswersFile('application/octet-stream')
  attachment(@Param('id', ParseUUIDPipe) id: string, @Param('n', ParseIntPipe) n: number): Promise<StreamableFile> {
    return this.mail.attachment(id, n);
  }

  @Get(':id/raw')
  @AnswersFile('message/rfc822')
  raw(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.mail.raw(id);
  }
}
