import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { History, Made } from '@thidua/workflows/record';
import {
  DocumentDraft,
  DocumentEvent,
  DocumentList,
  DocumentQuery,
  DocumentText,
  DocumentView,
} from '@thidua/workflows/register/document.schema';
import type { At } from '../platform/door/caller.js';
import { Answers, AnswersFile } from '../platform/http/answers.js';
import { shown } from '../platform/http/download.js';
import { AtPlace } from '../platform/http/request.js';
import { DocumentService } from './document.service.js';

@Controller('api/blocs/:bloc/documents')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Get()
  @Answers(DocumentList)
  list(@AtPlace() at: At, @Query({ schema: DocumentQuery }) query: DocumentQuery) {
    return this.documents.list(at, query);
  }

  @Post()
  @Answers(Made, 201)
  create(@AtPlace() at: At, @Body({ schema: DocumentDraft }) draft: DocumentDraft): Promise<Made> {
    return this.documents.create(at, draft);
  }

  @Get(':id')
  @Answers(DocumentView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<DocumentView> {
    return this.documents.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.documents.history(at, id);
  }

  @Get(':id/pdf')
  @AnswersFile('application/pdf', 'Bản đã ký, bản đang chờ ký, hoặc bản dự thảo')
  async pdf(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { bytes, name } = await this.documents.pdf(at, id);
    return shown(bytes, 'application/pdf', name);
  }

  @Get(':id/text')
  @Answers(DocumentText)
  text(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<DocumentText> {
    return this.documents.text(at, id);
  }

  @Post(':id/events')
  @Answers(DocumentView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: DocumentEvent }) event: DocumentEvent,
  ): Promise<DocumentView> {
    return this.documents.send(at, id, event);
  }
}
