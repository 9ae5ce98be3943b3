import { Module } from '@nestjs/common';
import { CycleModule } from '../cycle/cycle.module.js';
import { RegisterModule } from '../register/register.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { ReportModule } from '../report/report.module.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

@Module({
  imports: [CycleModule, RegistrationModule, ReportModule, RegisterModule],
  controllers: [SearchController],
  providers: [SearchService],
})
export class SearchModule {}
