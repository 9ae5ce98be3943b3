import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Page } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { ScorecardEdit, ScorecardEvent, ScorecardQuery, ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { ScorecardService } from './scorecard.service.js';

@Controller('api/blocs/:bloc/scorecards')
export class ScorecardController {
  constructor(private readonly scorecards: ScorecardService) {}

  @Get()
  @Answers(Page(ScorecardView))
  list(@AtPlace() at: At, @Query({ schema: ScorecardQuery }) query: ScorecardQuery) {
    return this.scorecards.list(at, query);
  }

  @Get(':id')
  @Answers(ScorecardView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<ScorecardView> {
    return this.scorecards.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.scorecards.history(at, id);
  }

  @Put(':id')
  @Answers(ScorecardView)
  edit(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ScorecardEdit }) edit: ScorecardEdit,
  ): Promise<ScorecardView> {
    return this.scorecards.edit(at, id, edit);
  }

  @Post(':id/events')
  @Answers(ScorecardView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ScorecardEvent }) event: ScorecardEvent,
  ): Promise<ScorecardView> {
    return this.scorecards.send(at, id, event);
  }
}
