import { Module } from '@nestjs/common';
import { AccountModule } from './account.module.js';
import { FirstAdministratorController, UntilTaken } from './first-administrator.controller.js';
import { FirstAdministrator } from './first-administrator.js';

/** Only of a program in production: the development mode has its made-up people. */
@Module({ imports: [AccountModule], controllers: [FirstAdministratorController], providers: [FirstAdministrator, UntilTaken] })
export class FirstAdministratorModule {}
