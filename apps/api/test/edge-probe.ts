import { accessEvents, providerLogoutEvents } from '@app/access';
import { Body, Controller, Get, Param, Post, Query, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type CommandContext,
  EventRegistry,
  EventStore,
  InvalidAppend,
  StaleRevision,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedRevision,
} from '@app/event-store';
import { Clock, DomainError, SystemClock } from '@app/kernel';
import { InMemoryEventStore } from '@app/testing';
import request from 'supertest';
import { Allow, Public } from '../src/auth/access';
import { AccessGuard } from '../src/auth/access.guard';
import { type Account, Accounts, sha256Hex } from '../src/auth/account';
import { AccountRights } from '../src/auth/account-rights';
import { Authorities } from '../src/auth/authority';
import { configureApi } from '../src/configure-api';
import { Admission } from '../src/http/admission';
import { Context } from '../src/http/command-context';
import { ExpressServer } from '../src/http/express-server';
import { FormField, ListField, TextField } from '../src/http/fields';
import { IdPipe, YearPipe } from '../src/http/parameters';
import { RateGuard } from '../src/http/rate.guard';
import { type RateLimits, Rates } from '../src/http/rates';
import type { Problem } from '../src/http/problem';
import { LogDrafts } from '../src/lookup/log-drafts';
import { LogRegister } from '../src/lookup/log-register';
import { Identities } from '../src/oidc/identities';
import { ProviderSessions } from '../src/oidc/provider-sessions';
import { SignIn } from '../src/oidc/sign-in';
import { StepUp } from '../src/oidc/step-up';
import { ProblemFilter } from '../src/http/problem.filter';
import { ProblemsController } from '../src/http/problems.controller';

class Part {
  @FormField('exact', { description: 'Points' }) points!: string;
}

/** The body that `POST /probe/body` takes. */
export class ProbeBody {
  @TextField({ description: 'Name', max: 20 }) name!: string;
  @FormField('date', { description: 'Day', nullable: true }) day: string | null = null;
  @ListField(() => Part, { description: 'Parts', max: 3 }) parts!: Part[];
}
class ProbeQuery {
  @FormField('key', { description: 'Unit', nullable: true }) unit: string | null = null;
}
class Refused extends DomainError {
  readonly code = 'probe.refused';
  readonly kind = 'conflict';
}

const failures: Readonly<Record<string, () => Error>> = {
  domain: () => new Refused('Đã khóa sổ.', { locked: true }),
  race: () => new WrongExpectedRevision('s', 1n, 2n),
  stale: () => new StaleRevision('s', 1n, 2n),
  busy: () => new StoreBusy('1000 appends wait for the log already'),
  store: () => new StoreUnavailable('no answer'),
  append: () => new InvalidAppend('Append to secret-stream refused'),
  database: () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  bug: () => new TypeError('secret /etc/path'),
};

@Controller('probe')
class ProbeController {
  @Public()
  @Post('body')
  body(@Body() body: ProbeBody): object {
    return body;
  }

  @Public()
  @Get('years/:year/:id')
  year(@Param('year', YearPipe) year: number, @Param('id', IdPipe) id: string, @Query() query: ProbeQuery): object {
    return { year, id, unit: query.unit };
  }

  @Public()
  @Get('failures/:kind')
  fail(@Param('kind') kind: string): never {
    throw failures[kind]?.() ?? new Error('unknown');
  }

  @Allow('unit-officer')
  @Post('units/:unitId')
  command(@Context() context: CommandContext): object {
    return { ...context, expectedRevision: context.expectedRevision?.toString() };
  }

  @Allow('unit-officer')
  @Post('units/:unitId/notes')
  commandWithBody(@Context() { commandDigest }: CommandContext, @Body() _note: object): object {
    return { commandDigest };
  }

  @Public()
  @Get('revisions/:revision')
  revision(@Param('revision') revision: string): object {
    return { revision, position: '42' };
  }

  @Allow('auditor', 'unit-head')
  @Get('supervised')
  supervised(): string {
    return 'must not be seen';
  }

  @Get('undeclared')
  undeclared(): string {
    return 'must not be seen';
  }
}

/** Addresses that begin with no word of their own. */
@Public()
@Controller()
class AnywhereController {
  @Get()
  root(): object {
    return {};
  }

  @Get(':word/anywhere')
  word(): object {
    return {};
  }

  @Get('*rest/below')
  below(): object {
    return {};
  }
}

const officer: Account = {
  id: 'an',
  name: 'An',
  roles: ['unit-officer'],
  unitId: 'u1',
  tokenSha256: sha256Hex('token-of-officer-an'),
};

/** All that the api does about HTTP, before controllers that only show what reached them: no feature, no database. */
export class EdgeProbe {
  private constructor(private readonly app: NestExpressApplication) {}

  /** Over controllers of one's own, or those of this file. The one account that there is: `asOfficer`. */
  static async start(
    controllers: Type[] = [ProbeController, AnywhereController, ProblemsController],
    rates: RateLimits = { perAccount: 1e6, perAddress: 1e6, failuresPerMinute: 1e6 },
    trustedProxies: readonly string[] = [],
  ): Promise<EdgeProbe> {
    const providers = [
      { provide: Admission, useValue: new Admission({ all: 256, perAccount: 32 }) },
      { provide: Accounts, useValue: new Accounts([officer]) },
      { provide: EventStore, useValue: new InMemoryEventStore() },
      { provide: EventRegistry, useValue: new EventRegistry([...accessEvents, ...providerLogoutEvents]) },
      { provide: Clock, useValue: new SystemClock() },
      { provide: LogRegister, useValue: { blockOf: () => Promise.resolve(undefined) } },
      LogDrafts,
      { provide: SignIn, useValue: new SignIn() },
      Identities,
      ProviderSessions,
      { provide: CommandBus, useValue: {} },
      StepUp,
      AccountRights,
      Authorities,
      { provide: Rates, useValue: new Rates(rates) },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_GUARD, useClass: RateGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ];
    const module = await Test.createTestingModule({ controllers, providers }).compile();
    const options = { bodyParser: false, logger: false } as const;
    const app = module.createNestApplication<NestExpressApplication>(new ExpressServer(), options);
    configureApi(app, trustedProxies);
    await app.init();
    return new EdgeProbe(app);
  }

  http(): ReturnType<typeof request> {
    return request(this.app.getHttpServer());
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

/** The headers of an officer of the unit u1. */
export const asOfficer = { Authorization: 'Bearer token-of-officer-an' };

/** Holds what every problem promises, and answers it for what this one says besides. */
export function expectProblem(response: request.Response, status: number, code: string): Problem {
  const problem = response.body as Problem;
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect({ status: response.status, code: problem.code }).toEqual({ status, code });
  expect(problem).toMatchObject({
    type: `/problems/${code}`,
    status,
    correlationId: response.headers['x-correlation-id'],
  });
  expect(problem.title.length * problem.detail.length).toBeGreaterThan(0);
  expect(JSON.stringify(problem)).not.toMatch(/\bat .*\.(ts|js):|secret/);
  return problem;
}
