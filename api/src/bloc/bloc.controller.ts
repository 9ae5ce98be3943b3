import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { BlocDraft } from '@thidua/workflows/account/account.schema';
import { CheckpointAddress, CheckpointAddressView } from '@thidua/workflows/checkpoint/checkpoint.schema';
import { History, Made } from '@thidua/workflows/record';
import { BlocRecord, BlocRevision } from '@thidua/workflows/unit/unit.schema';
import type { At, Caller } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace, CurrentCaller } from '../platform/http/request.js';
import { BlocService } from './bloc.service.js';

@Controller('api/blocs')
export class BlocController {
  constructor(private readonly blocs: BlocService) {}

  @Post()
  @Answers(Made, 201)
  create(@CurrentCaller() caller: Caller, @Body({ schema: BlocDraft }) draft: BlocDraft): Promise<Made> {
    return this.blocs.create(caller, draft);
  }

  @Get(':bloc')
  @Answers(BlocRecord)
  one(@AtPlace() at: At): Promise<BlocRecord> {
    return this.blocs.one(at);
  }

  @Get(':bloc/history')
  @Answers(History)
  history(@AtPlace() at: At) {
    return this.blocs.history(at);
  }

  @Post(':bloc/events')
  @Answers(BlocRecord, 201)
  send(@AtPlace() at: At, @Body({ schema: BlocRevision }) event: BlocRevision): Promise<BlocRecord> {
    return this.blocs.send(at, event);
  }

  @Get(':bloc/checkpoint-address')
  @Answers(CheckpointAddressView)
  checkpointAddress(@AtPlace() at: At): Promise<CheckpointAddressView> {
    return this.blocs.checkpointAddress(at);
  }

  @Put(':bloc/checkpoint-address')
  @Answers(CheckpointAddressView)
  addressCheckpoints(@AtPlace() at: At, @Body({ schema: CheckpointAddress }) address: CheckpointAddress): Promise<CheckpointAddressView> {
    return this.blocs.addressCheckpoints(at, address);
  }
}
