import { Body, Controller, Post } from '@nestjs/common';
import { PersonDraft, ProvinceDraft, UnitDraft, type PersonView } from '@thidua/workflows/account/account.schema';
import type { At, Caller } from '../platform/door/caller.js';
import { AtPlace, CurrentCaller } from '../platform/http/request.js';
import { ProvinceService, type Made } from './province.service.js';

@Controller('api/provinces')
export class ProvinceController {
  constructor(private readonly provinces: ProvinceService) {}

  @Post()
  createProvince(@CurrentCaller() caller: Caller, @Body({ schema: ProvinceDraft }) draft: ProvinceDraft): Promise<Made> {
    return this.provinces.createProvince(caller, draft);
  }

  @Post(':province/units')
  createUnit(@AtPlace() at: At, @Body({ schema: UnitDraft }) draft: UnitDraft): Promise<Made> {
    return this.provinces.createUnit(at, draft);
  }

  @Post(':province/people')
  createPerson(@AtPlace() at: At, @Body({ schema: PersonDraft }) draft: PersonDraft): Promise<PersonView> {
    return this.provinces.createPerson(at, draft);
  }
}
