import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CycleDraft, CycleEvent, CycleView } from '@thidua/workflows/cycle/cycle.schema';
import { Page, PageQuery } from '@thidua/workflows/page';
import { History, Made } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { CycleService } from './cycle.service.js';

@Controller('api/blocs/:bloc/cycles')
export class CycleController {
  constructor(private readonly cycles: CycleService) {}

  @Get()
  @Answers(Page(CycleView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.cycles.list(at, query.year);
  }

  @Post()
  @Answers(Made, 201)
  create(@AtPlace() at: At, @Body({ schema: CycleDraft }) draft: CycleDraft) {
    return this.cycles.create(at, draft);
  }

  @Get(':id')
  @Answers(CycleView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<CycleView> {
    return this.cycles.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.cycles.history(at, id);
  }

  @Post(':id/events')
  @Answers(CycleView, 201)
  send(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: CycleEvent }) event: CycleEvent): Promise<CycleView> {
    return this.cycles.send(at, id, event);
  }
}
