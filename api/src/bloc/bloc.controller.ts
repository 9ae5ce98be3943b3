import { Body, Controller, Post } from '@nestjs/common';
import { BlocDraft } from '@thidua/workflows/account/account.schema';
import { Made } from '@thidua/workflows/record';
import type { Caller } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/request.js';
import { BlocService } from './bloc.service.js';

@Controller('api/blocs')
export class BlocController {
  constructor(private readonly blocs: BlocService) {}

  @Post()
  @Answers(Made, 201)
  create(@CurrentCaller() caller: Caller, @Body({ schema: BlocDraft }) draft: BlocDraft): Promise<Made> {
    return this.blocs.create(caller, draft);
  }
}
