import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { RoundEvent, RoundView } from '@thidua/workflows/nomination/round.schema';
import { History } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { RoundService } from './round.service.js';

@Controller('api/blocs/:bloc/rounds')
export class RoundController {
  constructor(private readonly rounds: RoundService) {}

  @Get()
  @Answers(Page(RoundView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.rounds.list(at, query);
  }

  @Get(':id')
  @Answers(RoundView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<RoundView> {
    return this.rounds.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.rounds.history(at, id);
  }

  @Post(':id/events')
  @Answers(RoundView, 201)
  send(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: RoundEvent }) event: RoundEvent): Promise<RoundView> {
    return this.rounds.send(at, id, event);
  }
}
