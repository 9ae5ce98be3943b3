import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Page, PageQuery } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { SheetEdit, SheetEvent, SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { SheetService } from './sheet.service.js';

@Controller('api/blocs/:bloc/sheets')
export class SheetController {
  constructor(private readonly sheets: SheetService) {}

  @Get()
  @Answers(Page(SheetView))
  list(@AtPlace() at: At, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.sheets.list(at, query);
  }

  @Get(':id')
  @Answers(SheetView)
  one(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<SheetView> {
    return this.sheets.one(at, id);
  }

  @Get(':id/history')
  @Answers(History)
  history(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string) {
    return this.sheets.history(at, id);
  }

  @Put(':id')
  @Answers(SheetView)
  edit(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: SheetEdit }) edit: SheetEdit): Promise<SheetView> {
    return this.sheets.edit(at, id, edit);
  }

  @Post(':id/events')
  @Answers(SheetView, 201)
  send(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: SheetEvent }) event: SheetEvent): Promise<SheetView> {
    return this.sheets.send(at, id, event);
  }
}
