import { Module } from '@nestjs/common';
import { CycleModule } from '../cycle/cycle.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { WorkController } from './work.controller.js';
import { WorkService } from './work.service.js';

@Module({ imports: [CycleModule, RegistrationModule], controllers: [WorkController], providers: [WorkService] })
export class WorkModule {}
