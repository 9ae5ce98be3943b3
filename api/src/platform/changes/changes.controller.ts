import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { At } from '../door/caller.js';
import { AtPlace, Unattended } from '../http/request.js';
import { Watchers } from './watchers.js';

const EVENT_STREAM = 'text/event-stream';

@Controller('api/blocs/:bloc/changes')
export class ChangesController {
  constructor(private readonly watchers: Watchers) {}

  /** Server-sent events: a word whenever something in the bloc may have changed. What it is, is read at its own address. */
  @Unattended()
  @Get()
  @Header('x-accel-buffering', 'no') // nginx passes each word on at once
  @ApiResponse({
    status: 200,
    description: 'Mỗi khi trong khối có thay đổi: một dòng data; không nói thay đổi gì',
    content: { [EVENT_STREAM]: { schema: { type: 'string' } } },
  })
  async watch(@AtPlace() at: At): Promise<StreamableFile> {
    return new StreamableFile(await this.watchers.watch(at), { type: EVENT_STREAM });
  }
}
