import { Module } from '@nestjs/common';
import { UnitModule } from '../unit/unit.module.js';
import { PersonController } from './person.controller.js';
import { PersonService } from './person.service.js';

@Module({ imports: [UnitModule], controllers: [PersonController], providers: [PersonService] })
export class PersonModule {}
