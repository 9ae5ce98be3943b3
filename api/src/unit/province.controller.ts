import { Body, Controller, Get, Post } from '@nestjs/common';
import { PersonDraft, ProvinceDraft, UnitDraft, PersonView } from '@thidua/workflows/account/account.schema';
import { History, Made } from '@thidua/workflows/record';
import { ProvinceEvent, ProvinceList, ProvinceRecord } from '@thidua/workflows/unit/unit.schema';
import type { At, Caller } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace, CurrentCaller } from '../platform/http/request.js';
import { ProvinceService } from './province.service.js';

@Controller('api/provinces')
export class ProvinceController {
  constructor(private readonly provinces: ProvinceService) {}

  @Post()
  @Answers(Made, 201)
  createProvince(@CurrentCaller() caller: Caller, @Body({ schema: ProvinceDraft }) draft: ProvinceDraft): Promise<Made> {
    return this.provinces.createProvince(caller, draft);
  }

  @Get()
  @Answers(ProvinceList)
  async list(@CurrentCaller() caller: Caller): Promise<ProvinceList> {
    return { items: await this.provinces.list(caller) };
  }

  @Get(':province')
  @Answers(ProvinceRecord)
  one(@AtPlace() at: At): Promise<ProvinceRecord> {
    return this.provinces.one(at);
  }

  @Get(':province/history')
  @Answers(History)
  history(@AtPlace() at: At) {
    return this.provinces.history(at);
  }

  @Post(':province/events')
  @Answers(ProvinceRecord, 201)
  send(@AtPlace() at: At, @Body({ schema: ProvinceEvent }) event: ProvinceEvent): Promise<ProvinceRecord> {
    return this.provinces.send(at, event);
  }

  @Post(':province/units')
  @Answers(Made, 201)
  createUnit(@AtPlace() at: At, @Body({ schema: UnitDraft }) draft: UnitDraft): Promise<Made> {
    return this.provinces.createUnit(at, draft);
  }

  @Post(':province/people')
  @Answers(PersonView, 201)
  createPerson(@AtPlace() at: At, @Body({ schema: PersonDraft }) draft: PersonDraft): Promise<PersonView> {
    return this.provinces.createPerson(at, draft);
  }
}
