import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { Credentials, FirstStepsEnding, Me, PasswordChange, ProofGiven } from '@thidua/workflows/account/account.schema';
import { TermList } from '@thidua/workflows/person/person.schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Caller } from '../platform/door/caller.js';
import { languageOf, secretOf, tokenHash } from '../platform/http/caller-of.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller, Public } from '../platform/http/request.js';
import { AccountService } from './account.service.js';
import { Proofs } from './proofs.js';
import { Sessions } from './sessions.js';

/** How long a browser is known after it was let in, in seconds. */
const A_YEAR = 31_536_000;

@Controller('api')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly sessions: Sessions,
    private readonly proofs: Proofs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Post('session')
  @Answers(Me, 201)
  async signIn(
    @Body({ schema: Credentials }) credentials: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const names = request.server.cookieNames;
    const origin = { address: request.ip, device: request.headers['user-agent'] ?? '', known: request.cookies[names.known] ?? null };
    const { secret, known, me } = await this.accounts.signIn(credentials, origin, languageOf(request));
    // Whoever was signed in here before is not any more: the new secret replaces theirs, in the browser and in the table.
    const before = secretOf(request);
    if (before) await this.sessions.end(tokenHash(before));
    const secure = this.config.publicUrl.startsWith('https:');
    void reply.setCookie(names.session, secret, { httpOnly: true, sameSite: 'lax', path: '/', secure });
    void reply.setCookie(names.known, known, { httpOnly: true, sameSite: 'strict', path: '/api/session', maxAge: A_YEAR, secure });
    return me;
  }

  @Get('session')
  @Answers(Me)
  me(@CurrentCaller() caller: Caller): Promise<Me> {
    return this.accounts.me(caller);
  }

  /** The terms of one's own posts, also those that are over or still to come. */
  @Get('account/terms')
  @Answers(TermList)
  async terms(@CurrentCaller() caller: Caller): Promise<TermList> {
    return { items: await this.accounts.terms(caller) };
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (caller.token) await this.sessions.end(caller.token);
    this.forget(reply);
  }

  /** Signs out on every device, this one included. */
  @Delete('session/everywhere')
  @HttpCode(204)
  async signOutEverywhere(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endAll(caller);
    this.forget(reply);
  }

  @Post('session/proof')
  @HttpCode(204)
  prove(@CurrentCaller() caller: Caller, @Body({ schema: ProofGiven }) given: ProofGiven): Promise<void> {
    return this.proofs.prove(caller, given);
  }

  @Put('account/password')
  @HttpCode(204)
  changePassword(@CurrentCaller() caller: Caller, @Body({ schema: PasswordChange }) change: PasswordChange): Promise<void> {
    return this.accounts.changePassword(caller, change);
  }

  @Put('account/first-steps')
  @HttpCode(204)
  endFirstSteps(@CurrentCaller() caller: Caller, @Body({ schema: FirstStepsEnding }) _ended: FirstStepsEnding): Promise<void> {
    return this.accounts.endFirstSteps(caller);
  }

  /** A browser lets nobody but a secure connection take a `__Host-` cookie away. */
  private forget(reply: FastifyReply): void {
    const secure = this.config.publicUrl.startsWith('https:');
    void reply.clearCookie(reply.server.cookieNames.session, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }
}
