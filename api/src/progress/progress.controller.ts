import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '@thidua/workflows/page';
import { Progress } from '@thidua/workflows/progress/progress.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { ProgressService } from './progress.service.js';

@Controller('api/blocs/:bloc/progress')
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get()
  @Answers(Progress)
  of(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery): Promise<Progress> {
    return this.progress.of(at, query.year);
  }
}
