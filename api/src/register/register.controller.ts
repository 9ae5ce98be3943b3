import { Controller, Get, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { RegisterLine } from '@thidua/workflows/register/document.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { RegisterService } from './register.service.js';

@Controller('api/blocs/:bloc/register')
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @Get()
  @Answers(Page(RegisterLine))
  lines(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.register.lines(at, query);
  }
}
