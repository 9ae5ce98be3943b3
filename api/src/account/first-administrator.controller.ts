import { Body, Controller, Get, HttpCode, Injectable, Post, Req, UseGuards, type CanActivate } from '@nestjs/common';
import { FirstAdministratorDraft, FirstAdministratorView } from '@thidua/workflows/account/account.schema';
import type { FastifyRequest } from 'fastify';
import { Answers } from '../platform/http/answers.js';
import { Public } from '../platform/http/request.js';
import { FirstAdministrator } from './first-administrator.js';

/** Stands before the shape is looked at: where there is an administrator, no answer tells that there ever was such a route. */
@Injectable()
export class UntilTaken implements CanActivate {
  constructor(private readonly first: FirstAdministrator) {}

  async canActivate(): Promise<boolean> {
    await this.first.refuseTaken();
    return true;
  }
}

/** The first administrator of an installation, by the code that stands in its log. */
@Public()
@UseGuards(UntilTaken)
@Controller('api/first-administrator')
export class FirstAdministratorController {
  constructor(private readonly first: FirstAdministrator) {}

  @Get()
  @Answers(FirstAdministratorView)
  view(): Promise<FirstAdministratorView> {
    return this.first.view();
  }

  @Post()
  @HttpCode(204)
  make(@Body({ schema: FirstAdministratorDraft }) draft: FirstAdministratorDraft, @Req() request: FastifyRequest): Promise<void> {
    return this.first.make(draft, request.ip);
  }
}
