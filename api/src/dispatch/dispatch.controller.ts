import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DeliveryList, DispatchDraft, DispatchEvent, DispatchList, DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import { PageQuery } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { DispatchService } from './dispatch.service.js';

@Controller('api/blocs/:bloc/dispatches')
export class DispatchController {
  constructor(private readonly dispatches: DispatchService) {}

  @Get()
  @Answers(DispatchList)
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery): Promise<DispatchList> {
    return this.dispatches.list(at, query);
  }

  @Post()
  @Answers(DispatchView, 201)
  create(@AtPlace() at: At, @Body({ schema: DispatchDraft }) draft: DispatchDraft): Promise<DispatchView> {
    return this.dispatches.create(at, draft);
  }

  @Get(':id')
  @Answers(DispatchView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<DispatchView> {
    return this.dispatches.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.dispatches.history(at, id);
  }

  @Get(':id/deliveries')
  @Answers(DeliveryList)
  deliveries(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.dispatches.deliveries(at, id);
  }

  @Post(':id/events')
  @Answers(DispatchView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: DispatchEvent }) event: DispatchEvent,
  ): Promise<DispatchView> {
    return this.dispatches.send(at, id, event);
  }
}
