import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '@thidua/workflows/page';
import { Work } from '@thidua/workflows/work/work.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { WorkService } from './work.service.js';

@Controller('api/blocs/:bloc/work')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get()
  @Answers(Work)
  of(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery): Promise<Work> {
    return this.work.of(at, query.year);
  }
}
