import { Module } from '@nestjs/common';
import { CycleModule } from '../cycle/cycle.module.js';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { NominationModule } from '../nomination/nomination.module.js';
import { RankingModule } from '../ranking/ranking.module.js';
import { RegisterModule } from '../register/register.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { ReportModule } from '../report/report.module.js';
import { ScorecardModule } from '../scorecard/scorecard.module.js';
import { WorkController } from './work.controller.js';
import { WorkService } from './work.service.js';

@Module({
  imports: [
    CycleModule,
    RegistrationModule,
    ScorecardModule,
    RankingModule,
    NominationModule,
    ReportModule,
    RegisterModule,
    DispatchModule,
  ],
  controllers: [WorkController],
  providers: [WorkService],
})
export class WorkModule {}
