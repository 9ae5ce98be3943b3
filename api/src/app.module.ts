import { Module, type DynamicModule } from '@nestjs/common';
import { AccountModule } from './account/account.module.js';
import { FirstAdministratorModule } from './account/first-administrator.module.js';
import { BlocModule } from './bloc/bloc.module.js';
import { CouncilModule } from './council/council.module.js';
import { CycleModule } from './cycle/cycle.module.js';
import { DevelopmentModule } from './development/development.module.js';
import { DispatchModule } from './dispatch/dispatch.module.js';
import { MailModule } from './mail/mail.module.js';
import { NominationModule } from './nomination/nomination.module.js';
import { PersonModule } from './person/person.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { RankingModule } from './ranking/ranking.module.js';
import { RegistrationModule } from './registration/registration.module.js';
import { RegisterModule } from './register/register.module.js';
import { ReportModule } from './report/report.module.js';
import { ScorecardModule } from './scorecard/scorecard.module.js';
import { SearchModule } from './search/search.module.js';
import { SignatureModule } from './signature/signature.module.js';
import { SubstitutionModule } from './substitution/substitution.module.js';
import { UnitModule } from './unit/unit.module.js';
import { WorkModule } from './work/work.module.js';

/** The features, lowest first: this list is the order of imports. A feature may import platform and the features before it. */
@Module({
  imports: [
    PlatformModule,
    AccountModule,
    UnitModule,
    SubstitutionModule,
    BlocModule,
    CycleModule,
    PersonModule,
    MailModule,
    RegistrationModule,
    ScorecardModule,
    RankingModule,
    NominationModule,
    ReportModule,
    ProgressModule,
    RegisterModule,
    SignatureModule,
    DispatchModule,
    CouncilModule,
    WorkModule,
    SearchModule,
  ],
})
export class AppModule {
  /** The program for a mode: production has no route of the development mode, and alone asks for its first administrator. */
  static for(mode: 'development' | 'production'): DynamicModule {
    return { module: AppModule, imports: mode === 'development' ? [DevelopmentModule] : [FirstAdministratorModule] };
  }
}
