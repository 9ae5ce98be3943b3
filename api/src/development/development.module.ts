import { Module } from '@nestjs/common';
import { ClockController } from './clock.controller.js';

/** Routes that exist only in the development mode; `main.ts` leaves this module out of production. */
@Module({ controllers: [ClockController] })
export class DevelopmentModule {}
