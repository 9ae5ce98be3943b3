import { Module } from '@nestjs/common';
import { CycleModule } from '../cycle/cycle.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { ReportModule } from '../report/report.module.js';
import { ScorecardModule } from '../scorecard/scorecard.module.js';
import { ProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';

@Module({
  imports: [CycleModule, RegistrationModule, ScorecardModule, ReportModule],
  controllers: [ProgressController],
  providers: [ProgressService],
})
export class ProgressModule {}
