import { Controller, Get, Query } from '@nestjs/common';
import { ProvinceBlocList, ProvinceBlocQuery, ProvinceReceiptList, ProvinceReceiptQuery } from '@thidua/workflows/council/council.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { CouncilService } from './council.service.js';

/** All blocs of a province at once, for its council and for whoever sets blocs up. */
@Controller('api/provinces/:province')
export class CouncilController {
  constructor(private readonly council: CouncilService) {}

  @Get('blocs')
  @Answers(ProvinceBlocList)
  blocs(@AtPlace() at: At, @Query({ schema: ProvinceBlocQuery }) query: ProvinceBlocQuery) {
    return this.council.blocs(at, query);
  }

  @Get('receipts')
  @Answers(ProvinceReceiptList)
  receipts(@AtPlace() at: At, @Query({ schema: ProvinceReceiptQuery }) query: ProvinceReceiptQuery) {
    return this.council.receipts(at, query);
  }
}
