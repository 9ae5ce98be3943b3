import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { SectionEdit, SectionEvent, SectionView } from '@thidua/workflows/report/section.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { SectionService } from './section.service.js';

@Controller('api/blocs/:bloc/sections')
export class SectionController {
  constructor(private readonly sections: SectionService) {}

  @Get()
  @Answers(Page(SectionView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.sections.list(at, query);
  }

  @Get(':id')
  @Answers(SectionView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<SectionView> {
    return this.sections.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.sections.history(at, id);
  }

  @Put(':id')
  @Answers(SectionView)
  edit(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: SectionEdit }) edit: SectionEdit): Promise<SectionView> {
    return this.sections.edit(at, id, edit);
  }

  @Post(':id/events')
  @Answers(SectionView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: SectionEvent }) event: SectionEvent,
  ): Promise<SectionView> {
    return this.sections.send(at, id, event);
  }
}
