import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { History } from '@thidua/workflows/record';
import {
  FittingPosts,
  SubstitutionDraft,
  SubstitutionEvent,
  SubstitutionPage,
  SubstitutionQuery,
  SubstitutionView,
} from '@thidua/workflows/substitution/substitution.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { SubstitutionService } from './substitution.service.js';

/** Who stands in for whom in a province: each reader's own. */
@Controller('api/provinces/:province/substitutions')
export class SubstitutionController {
  constructor(private readonly substitutions: SubstitutionService) {}

  @Get()
  @Answers(SubstitutionPage)
  list(@AtPlace() at: At, @Query({ schema: SubstitutionQuery }) query: SubstitutionQuery): Promise<SubstitutionPage> {
    return this.substitutions.list(at, query);
  }

  @Get('fitting')
  @Answers(FittingPosts)
  fitting(@AtPlace() at: At): Promise<FittingPosts> {
    return this.substitutions.fitting(at);
  }

  @Post()
  @Answers(SubstitutionView, 201)
  create(@AtPlace() at: At, @Body({ schema: SubstitutionDraft }) draft: SubstitutionDraft): Promise<SubstitutionView> {
    return this.substitutions.create(at, draft);
  }

  @Get(':id')
  @Answers(SubstitutionView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<SubstitutionView> {
    return this.substitutions.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.substitutions.history(at, id);
  }

  @Post(':id/events')
  @Answers(SubstitutionView, 201)
  send(
    @AtPlace() at: At,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: SubstitutionEvent }) event: SubstitutionEvent,
  ): Promise<SubstitutionView> {
    return this.substitutions.send(at, id, event);
  }
}
