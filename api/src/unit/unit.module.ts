import { Module } from '@nestjs/common';
import { ImportController } from './import/import.controller.js';
import { ImportService } from './import/import.service.js';
import { PostScopes } from './post-scopes.js';
import { ProvinceController } from './province.controller.js';
import { ProvinceService } from './province.service.js';
import { UnitController } from './unit.controller.js';
import { UnitService } from './unit.service.js';

@Module({
  controllers: [ProvinceController, UnitController, ImportController],
  providers: [ProvinceService, UnitService, ImportService, PostScopes],
  exports: [PostScopes],
})
export class UnitModule {}
