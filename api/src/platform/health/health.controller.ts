import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '../http/answers.js';
import { Public } from '../http/request.js';
import { Health, HealthParts } from './health-parts.js';

@Controller('api/health')
export class HealthController {
  constructor(private readonly parts: HealthParts) {}

  /** 200 only when every part is ready, else 503; each part is named with its reason either way. */
  @Public()
  @Get()
  @Answers(Health, 200, 'Mọi phần sẵn sàng')
  @ApiResponse({ status: 503, standardSchema: Health, description: 'Có phần chưa sẵn sàng' })
  async look(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.parts.look();
    void reply.status(health.ready ? 200 : 503);
    return health;
  }
}
