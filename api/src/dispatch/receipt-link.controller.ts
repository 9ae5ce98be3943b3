import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, type StreamableFile } from '@nestjs/common';
import { LinkConfirmation, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { FastifyRequest } from 'fastify';
import { Answers, AnswersFile } from '../platform/http/answers.js';
import { languageOf } from '../platform/http/caller-of.js';
import { shown } from '../platform/http/download.js';
import { Public } from '../platform/http/request.js';
import { fileNameOf } from './papers.js';
import { ReceiptLinks, type Opened } from './receipt-links.js';
import { ReceiptService } from './receipt.service.js';

/** A receipt for whoever bears the link of its letter. Reading never confirms: mail scanners open every link. */
@Public()
@Controller('api/receipts/:token')
export class ReceiptLinkController {
  constructor(
    private readonly links: ReceiptLinks,
    private readonly receipts: ReceiptService,
  ) {}

  @Get()
  @Answers(ReceiptView)
  async one(@Param('token') token: string, @Req() request: FastifyRequest): Promise<ReceiptView> {
    const { at, receiptId } = await this.open(token, request);
    return this.receipts.one(at, receiptId);
  }

  @Get('papers/:documentId/pdf')
  @AnswersFile('application/pdf')
  async paper(
    @Param('token') token: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { at, receiptId } = await this.open(token, request);
    const { paper, bytes } = await this.receipts.paper(at, receiptId, documentId);
    return shown(bytes, 'application/pdf', fileNameOf(paper));
  }

  @Post()
  @Answers(ReceiptView, 201)
  async confirm(
    @Param('token') token: string,
    @Body({ schema: LinkConfirmation }) confirmation: LinkConfirmation,
    @Req() request: FastifyRequest,
  ): Promise<ReceiptView> {
    const { at, receiptId } = await this.open(token, request);
    return this.receipts.confirm(at, receiptId, confirmation);
  }

  private open(token: string, request: FastifyRequest): Promise<Opened> {
    return this.links.open(token, request.ip, languageOf(request));
  }
}
