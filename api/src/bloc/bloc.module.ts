import { Module } from '@nestjs/common';
import { BlocController } from './bloc.controller.js';
import { BlocService } from './bloc.service.js';

@Module({ controllers: [BlocController], providers: [BlocService] })
export class BlocModule {}
