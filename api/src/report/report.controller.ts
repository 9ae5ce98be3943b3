import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { ReportEdit, ReportEvent, ReportView } from '@thidua/workflows/report/report.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { ReportService } from './report.service.js';

@Controller('api/blocs/:bloc/reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  @Answers(Page(ReportView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.reports.list(at, query);
  }

  @Get(':id')
  @Answers(ReportView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<ReportView> {
    return this.reports.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.reports.history(at, id);
  }

  @Put(':id')
  @Answers(ReportView)
  edit(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: ReportEdit }) edit: ReportEdit): Promise<ReportView> {
    return this.reports.edit(at, id, edit);
  }

  @Post(':id/events')
  @Answers(ReportView, 201)
  send(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: ReportEvent }) event: ReportEvent): Promise<ReportView> {
    return this.reports.send(at, id, event);
  }
}
