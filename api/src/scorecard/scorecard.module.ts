import { Module } from '@nestjs/common';
import { DeadlineSenders } from '../platform/worker/deadline-senders.js';
import { ScorecardController } from './scorecard.controller.js';
import { ScorecardService } from './scorecard.service.js';
import { SheetController } from './sheet.controller.js';
import { SheetService } from './sheet.service.js';

@Module({
  controllers: [ScorecardController, SheetController],
  providers: [ScorecardService, SheetService],
  exports: [ScorecardService, SheetService],
})
export class ScorecardModule {
  constructor(deadlines: DeadlineSenders, scorecards: ScorecardService) {
    deadlines.keep('Scorecard', (place, id) => scorecards.unsealAtDeadline(place, id));
  }
}
