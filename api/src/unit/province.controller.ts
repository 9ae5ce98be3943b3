import { Body, Controller, Post } from '@nestjs/common';
import { PersonDraft, ProvinceDraft, UnitDraft, PersonView } from '@thidua/workflows/account/account.schema';
import { Made } from '@thidua/workflows/record';
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
