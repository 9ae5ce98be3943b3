import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { SessionList } from '@thidua/workflows/account/account.schema';
import type { Caller } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/request.js';
import { Sessions } from './sessions.js';

/** Where one is signed in, and ending it there. */
@Controller('api/account/sessions')
export class SessionController {
  constructor(private readonly sessions: Sessions) {}

  @Get()
  @Answers(SessionList)
  async list(@CurrentCaller() caller: Caller): Promise<SessionList> {
    return { items: await this.sessions.list(caller) };
  }

  @Delete()
  @HttpCode(204)
  endOthers(@CurrentCaller() caller: Caller): Promise<void> {
    return this.sessions.endOthers(caller);
  }

  @Delete(':id')
  @HttpCode(204)
  endOne(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.endOne(caller, id);
  }
}
