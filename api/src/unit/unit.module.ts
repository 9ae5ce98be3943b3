import { Module } from '@nestjs/common';
import { ImportController } from './import/import.controller.js';
import { ImportService } from './import/import.service.js';
import { ProvinceController } from './province.controller.js';
import { ProvinceService } from './province.service.js';

@Module({ controllers: [ProvinceController, ImportController], providers: [ProvinceService, ImportService] })
export class UnitModule {}
