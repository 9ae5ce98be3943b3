import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ImportQuery, ImportView, TemplateQuery } from '@thidua/workflows/import/import.schema';
import { Problem } from '@thidua/workflows/problem';
import { said } from '@thidua/workflows/wording';
import type { At } from '../../platform/door/caller.js';
import { Answers, AnswersFile } from '../../platform/http/answers.js';
import { saved } from '../../platform/http/download.js';
import { AtPlace } from '../../platform/http/request.js';
import { WORKBOOK_TYPE } from '../../platform/http/workbook-type.js';
import { ImportService } from './import.service.js';
import { template } from './template.js';

const TEMPLATE_NAME = said('Mẫu nhập đơn vị và người.xlsx', 'Template for units and people.xlsx');

/** Units and people of a province from a workbook. */
@Controller('api/provinces/:province')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Get('import-template')
  @AnswersFile(WORKBOOK_TYPE, 'An empty workbook with both sheets')
  async template(@AtPlace() at: At, @Query({ schema: TemplateQuery }) query: TemplateQuery): Promise<StreamableFile> {
    await this.imports.admit(at);
    const language = query.language ?? at.caller.language;
    return saved(await template(language), WORKBOOK_TYPE, TEMPLATE_NAME[language]);
  }

  @Post('imports')
  @HttpCode(200)
  @ApiConsumes(WORKBOOK_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(ImportView)
  async import(@AtPlace() at: At, @Query({ schema: ImportQuery }) query: ImportQuery, @Body() bytes: unknown): Promise<ImportView> {
    await this.imports.admit(at);
    if (!(bytes instanceof Uint8Array)) throw new Problem('import-unreadable');
    return this.imports.import(at, bytes, query);
  }
}
