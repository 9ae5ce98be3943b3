import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { RankingEvent, RankingView } from '@thidua/workflows/ranking/ranking.schema';
import { History } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { RankingService } from './ranking.service.js';

@Controller('api/blocs/:bloc/rankings')
export class RankingController {
  constructor(private readonly rankings: RankingService) {}

  @Get()
  @Answers(Page(RankingView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.rankings.list(at, query);
  }

  @Get(':id')
  @Answers(RankingView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<RankingView> {
    return this.rankings.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.rankings.history(at, id);
  }

  @Post(':id/events')
  @Answers(RankingView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: RankingEvent }) event: RankingEvent,
  ): Promise<RankingView> {
    return this.rankings.send(at, id, event);
  }
}
