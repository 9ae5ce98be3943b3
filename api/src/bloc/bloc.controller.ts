import { Body, Controller, Post } from '@nestjs/common';
import { BlocDraft } from '@thidua/workflows/account/account.schema';
import type { Caller } from '../platform/door/caller.js';
import { CurrentCaller } from '../platform/http/request.js';
import { BlocService } from './bloc.service.js';

@Controller('api/blocs')
export class BlocController {
  constructor(private readonly blocs: BlocService) {}

  @Post()
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: BlocDraft }) draft: BlocDraft,
  ): Promise<{ id: string; version: number; slug: string }> {
    return this.blocs.create(caller, draft);
  }
}
