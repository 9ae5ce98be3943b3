import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { AccountLinkView, PasswordSetting, ResetRequest } from '@thidua/workflows/account/account.schema';
import type { FastifyRequest } from 'fastify';
import { Answers } from '../platform/http/answers.js';
import { Public } from '../platform/http/request.js';
import { AccountLinks } from './account-links.js';

/** Setting a password without knowing the old one: asking for a letter, then its link. For people who are not signed in. */
@Public()
@Controller('api')
export class AccountLinkController {
  constructor(private readonly links: AccountLinks) {}

  @Post('password-resets')
  @HttpCode(204)
  ask(@Body({ schema: ResetRequest }) { email }: ResetRequest, @Req() request: FastifyRequest): Promise<void> {
    return this.links.ask(email, request.ip);
  }

  @Get('account-links/:token')
  @Answers(AccountLinkView)
  open(@Param('token') token: string, @Req() request: FastifyRequest): Promise<AccountLinkView> {
    return this.links.open(token, request.ip);
  }

  @Post('account-links/:token')
  @HttpCode(204)
  setPassword(
    @Param('token') token: string,
    @Body({ schema: PasswordSetting }) { password }: PasswordSetting,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.links.setPassword(token, password, request.ip);
  }
}
