import { Global, Module } from '@nestjs/common';
import { readConfig } from './config.js';

/** The token under which the configuration is injected. */
export const CONFIG = Symbol('Config');

@Global()
@Module({ providers: [{ provide: CONFIG, useFactory: () => readConfig(process.env) }], exports: [CONFIG] })
export class ConfigModule {}
