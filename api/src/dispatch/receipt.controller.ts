import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, type StreamableFile } from '@nestjs/common';
import { ReceiptEvent, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import { Page, PageQuery } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers, AnswersFile } from '../platform/http/answers.js';
import { shown } from '../platform/http/download.js';
import { AtPlace } from '../platform/http/request.js';
import { fileNameOf } from './papers.js';
import { ReceiptService } from './receipt.service.js';

/** Receipts for those who are signed in: a unit's own, the council's of its province, all of a year for those who follow its dispatch. */
@Controller('api/blocs/:bloc/receipts')
export class ReceiptController {
  constructor(private readonly receipts: ReceiptService) {}

  @Get()
  @Answers(Page(ReceiptView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.receipts.list(at, query);
  }

  @Get(':id')
  @Answers(ReceiptView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<ReceiptView> {
    return this.receipts.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.receipts.history(at, id);
  }

  @Get(':id/papers/:documentId/pdf')
  @AnswersFile('application/pdf')
  async paper(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
  ): Promise<StreamableFile> {
    const { paper, bytes } = await this.receipts.paper(at, id, documentId);
    return shown(bytes, 'application/pdf', fileNameOf(paper));
  }

  @Post(':id/events')
  @Answers(ReceiptView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ReceiptEvent }) event: ReceiptEvent,
  ): Promise<ReceiptView> {
    return this.receipts.send(at, id, event);
  }
}
