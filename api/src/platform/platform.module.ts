import { Global, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Changes } from './changes/changes.js';
import { ChangesController } from './changes/changes.controller.js';
import { Watchers } from './changes/watchers.js';
import type { Config } from './config/config.js';
import { CONFIG, ConfigModule } from './config/config.module.js';
import { Database } from './database/database.js';
import { loadEntities } from './database/entities.js';
import { Door } from './door/door.js';
import { Reader } from './door/reader.js';
import { HealthController } from './health/health.controller.js';
import { HealthParts } from './health/health-parts.js';
import { OwnParts } from './health/own-parts.js';
import { GateGuard } from './http/gate.guard.js';
import { SessionUse } from './http/session-use.js';
import { ShapePipe } from './http/pipes.js';
import { Places } from './http/places.js';
import { ProblemFilter } from './http/problem.filter.js';
import { LetterLinks } from './mail/letter-links.js';
import { Press } from './pdf/press.js';
import { ProductionCheck } from './setup/production-check.js';
import { DeadlineSenders } from './worker/deadline-senders.js';
import { Enclosures } from './worker/enclosures.js';
import { Undelivered } from './worker/undelivered.js';

/** What every feature stands on; it knows none of them. */
@Global()
@Module({
  imports: [ConfigModule],
  controllers: [HealthController, ChangesController],
  providers: [
    { provide: Database, useFactory: async (config: Config) => Database.open(config.databaseUrl, await loadEntities()), inject: [CONFIG] },
    Changes,
    Watchers,
    Door,
    Reader,
    Places,
    HealthParts,
    OwnParts,
    ProductionCheck,
    DeadlineSenders,
    Enclosures,
    Undelivered,
    LetterLinks,
    Press,
    SessionUse,
    { provide: APP_GUARD, useClass: GateGuard },
    { provide: APP_PIPE, useClass: ShapePipe },
    { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Database, Door, Reader, Places, HealthParts, OwnParts, DeadlineSenders, Enclosures, Undelivered, LetterLinks, Press],
})
export class PlatformModule {}
