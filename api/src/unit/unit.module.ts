import { Module } from '@nestjs/common';
import { PostScopes } from './post-scopes.js';
import { ProvinceController } from './province.controller.js';
import { ProvinceService } from './province.service.js';
import { UnitController } from './unit.controller.js';
import { UnitService } from './unit.service.js';

@Module({
  controllers: [ProvinceController, UnitController],
  providers: [ProvinceService, UnitService, PostScopes],
  exports: [PostScopes],
})
export class UnitModule {}
