import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Page, SearchQuery } from '@thidua/workflows/page';
import { PersonEvent, PersonRecord } from '@thidua/workflows/person/person.schema';
import { History } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { PersonService } from './person.service.js';

@Controller('api/provinces/:province/people')
export class PersonController {
  constructor(private readonly people: PersonService) {}

  @Get()
  @Answers(Page(PersonRecord))
  list(@AtPlace() at: At, @Query({ schema: SearchQuery }) query: SearchQuery) {
    return this.people.list(at, query);
  }

  @Get(':id')
  @Answers(PersonRecord)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<PersonRecord> {
    return this.people.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.people.history(at, id);
  }

  @Post(':id/events')
  @Answers(PersonRecord, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: PersonEvent }) event: PersonEvent,
  ): Promise<PersonRecord> {
    return this.people.send(at, id, event);
  }
}
