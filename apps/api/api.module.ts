import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { CASE_CONFIGURATION } from '@ledtid/cases';
import { LeadTimeReports, PublicStatuses, type ReportConfiguration } from '@ledtid/lead-time';
import { READING_POOL, TIME_SOURCE } from '@ledtid/platform';
import type { TimeSource } from '@ledtid/time';
import type { Pool } from 'pg';
import { AccessController } from './access/access.controller';
import { RefusedAttempts } from './access/refused-attempts';
import { AccessTrace } from './access/access-trace';
import { CasePresenter } from './cases/case-presenter';
import { CasesController } from './cases/cases.controller';
import { CommandDemands } from './cases/command-demands';
import { HistoriesController } from './cases/histories.controller';
import { CausesController } from './causes/causes.controller';
import { DocumentRulesController } from './documents/document-rules.controller';
import { ChecklistsController } from './checklists/checklists.controller';
import { DocumentsController } from './documents/documents.controller';
import { type DocumentSettings, documentsProvider } from './documents/documents-provider';
import { EntryGuard } from './entry/entry.guard';
import { LimitGuard } from './entry/limit.guard';
import { RequestLimits, type RequestLimitsParts } from './entry/request-limits';
import { HealthController } from './health/health.controller';
import { ProblemFilter } from './http/problem.filter';
import { SoundInput } from './http/validation';
import { MeetingsController } from './meetings/meetings.controller';
import { MessagesController } from './messages/messages.controller';
import { UnreadMessagesController } from './messages/unread-messages.controller';
import { MeController } from './me/me.controller';
import { PublicStatusController } from './public/public-status.controller';
import { QueuesController } from './queues/queues.controller';
import { LengthsController } from './reports/lengths.controller';
import { ReportsController } from './reports/reports.controller';
import { BackChannelLogoutController } from './sign-in/back-channel-logout.controller';
import { SessionsController } from './sign-in/sessions.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { type SignInOptions, signInProviders } from './sign-in/sign-in-providers';
import { SignOutController } from './sign-in/sign-out.controller';
import { WorkflowsController } from './workflows/workflows.controller';

export interface ApiModuleOptions extends SignInOptions {
  /** Where documents lie, and which are taken. Default: none are. */
  readonly documents?: DocumentSettings;
  /** How many requests are answered. Default: all. */
  readonly limits?: RequestLimitsParts;
}

/**
 * HTTP and nothing but HTTP. Rests on `PlatformModule` and `CasesModule`, which are global: whoever composes a
 * process imports them once, however many apps run in it.
 */
@Module({})
export class ApiModule {
  static forRoot({ limits = { perMinute: null }, documents, ...signIn }: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [
        MeController,
        WorkflowsController,
        CausesController,
        CasesController,
        HistoriesController,
        QueuesController,
        LengthsController,
        AccessController,
        ReportsController,
        HealthController,
        SignInController,
        SignOutController,
        SessionsController,
        BackChannelLogoutController,
        DocumentsController,
        DocumentRulesController,
        PublicStatusController,
        MessagesController,
        ChecklistsController,
        MeetingsController,
        UnreadMessagesController,
      ],
      providers: [
        ...signInProviders(signIn),
        ...[CasePresenter, CommandDemands, RefusedAttempts, documentsProvider(documents ?? null)],
        {
          provide: LeadTimeReports,
          inject: [READING_POOL, TIME_SOURCE, CASE_CONFIGURATION],
          useFactory: (pool: Pool, time: TimeSource, configuration: ReportConfiguration) =>
            new LeadTimeReports(pool, time, configuration),
        },
        {
          provide: PublicStatuses,
          inject: [LeadTimeReports, TIME_SOURCE],
          useFactory: (reports: LeadTimeReports, time: TimeSource) => new PublicStatuses(reports, time),
        },
        { provide: RequestLimits, useValue: new RequestLimits(limits) },
        { provide: APP_GUARD, useClass: EntryGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
        { provide: APP_INTERCEPTOR, useClass: AccessTrace },
        { provide: APP_PIPE, useClass: SoundInput },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
