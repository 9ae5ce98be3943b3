import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { RegistrationEdit, RegistrationEvent, RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { History } from '@thidua/workflows/record';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { RegistrationService } from './registration.service.js';

@Controller('api/blocs/:bloc/registrations')
export class RegistrationController {
  constructor(private readonly registrations: RegistrationService) {}

  @Get()
  @Answers(Page(RegistrationView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.registrations.list(at, query);
  }

  @Get(':id')
  @Answers(RegistrationView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<RegistrationView> {
    return this.registrations.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.registrations.history(at, id);
  }

  @Put(':id')
  @Answers(RegistrationView)
  edit(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: RegistrationEdit }) edit: RegistrationEdit,
  ): Promise<RegistrationView> {
    return this.registrations.edit(at, id, edit);
  }

  @Post(':id/events')
  @Answers(RegistrationView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: RegistrationEvent }) event: RegistrationEvent,
  ): Promise<RegistrationView> {
    return this.registrations.send(at, id, event);
  }
}
