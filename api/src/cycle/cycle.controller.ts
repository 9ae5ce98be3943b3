import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CycleDraft, CycleEvent, type CycleView } from '@thidua/workflows/cycle/cycle.schema';
import { PageQuery } from '@thidua/workflows/page';
import type { At } from '../platform/door/caller.js';
import { AtPlace } from '../platform/http/request.js';
import { CycleService } from './cycle.service.js';

@Controller('api/blocs/:bloc/cycles')
export class CycleController {
  constructor(private readonly cycles: CycleService) {}

  @Get()
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.cycles.list(at, query.year);
  }

  @Post()
  create(@AtPlace() at: At, @Body({ schema: CycleDraft }) draft: CycleDraft) {
    return this.cycles.create(at, draft);
  }

  @Get(':id')
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<CycleView> {
    return this.cycles.one(at, id);
  }

  @Get(':id/history')
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.cycles.history(at, id);
  }

  @Post(':id/events')
  send(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: CycleEvent }) event: CycleEvent): Promise<CycleView> {
    return this.cycles.send(at, id, event);
  }
}
