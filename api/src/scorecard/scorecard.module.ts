import { Module } from '@nestjs/common';
import { ScorecardController } from './scorecard.controller.js';
import { ScorecardService } from './scorecard.service.js';
import { SheetController } from './sheet.controller.js';
import { SheetService } from './sheet.service.js';

@Module({
  controllers: [ScorecardController, SheetController],
  providers: [ScorecardService, SheetService],
  exports: [ScorecardService, SheetService],
})
export class ScorecardModule {}
