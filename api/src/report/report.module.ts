import { Module } from '@nestjs/common';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';
import { SectionController } from './section.controller.js';
import { SectionService } from './section.service.js';

@Module({
  controllers: [SectionController, ReportController],
  providers: [SectionService, ReportService],
  exports: [SectionService, ReportService],
})
export class ReportModule {}
