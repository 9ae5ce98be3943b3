import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Page, SearchQuery } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { UnitEvent, UnitRecord } from '@thidua/workflows/unit/unit.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { UnitService } from './unit.service.js';

@Controller('api/provinces/:province/units')
export class UnitController {
  constructor(private readonly units: UnitService) {}

  @Get()
  @Answers(Page(UnitRecord))
  list(@AtPlace() at: At, @Query({ schema: SearchQuery }) query: SearchQuery) {
    return this.units.list(at, query);
  }

  @Get(':id')
  @Answers(UnitRecord)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<UnitRecord> {
    return this.units.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.units.history(at, id);
  }

  @Post(':id/events')
  @Answers(UnitRecord, 201)
  send(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: UnitEvent }) event: UnitEvent): Promise<UnitRecord> {
    return this.units.send(at, id, event);
  }
}
