import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { FactorBeginning, FactorBegun, FactorConfirmation, FactorView, RecoveryCodes } from '@thidua/workflows/account/account.schema';
import type { Caller } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/request.js';
import { SecondFactor } from './second-factor.js';

/** A code beside the password, for whoever wants it; signers should. */
@Controller('api/account/factor')
export class SecondFactorController {
  constructor(private readonly factor: SecondFactor) {}

  @Get()
  @Answers(FactorView)
  view(@CurrentCaller() caller: Caller): Promise<FactorView> {
    return this.factor.view(caller);
  }

  @Post()
  @Answers(FactorBegun, 201)
  begin(@CurrentCaller() caller: Caller, @Body({ schema: FactorBeginning }) { password }: FactorBeginning): Promise<FactorBegun> {
    return this.factor.begin(caller, password);
  }

  @Post('confirmation')
  @Answers(RecoveryCodes, 201)
  confirm(@CurrentCaller() caller: Caller, @Body({ schema: FactorConfirmation }) { code }: FactorConfirmation): Promise<RecoveryCodes> {
    return this.factor.confirm(caller, code);
  }

  @Post('removal')
  @HttpCode(204)
  remove(@CurrentCaller() caller: Caller, @Body({ schema: FactorConfirmation }) { code }: FactorConfirmation): Promise<void> {
    return this.factor.remove(caller, code);
  }
}
