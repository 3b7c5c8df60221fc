import type { LoggerService } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ensureLogIdentity, type EventStore, pause } from '@app/event-store';
import { calendarStream, sampleCalendar, workingCalendarRecorded } from '@app/period';
import { ManualClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionHost } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { newContext, type TestDatabase, testDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';
import request from 'supertest';
import { v7 } from 'uuid';
import { ApiModule } from '../src/api.module';
import { type Account, sha256Hex } from '../src/auth/account';
import { type Role, roles, unitRoles } from '../src/auth/roles';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { SignInOptions } from '../src/oidc/sign-in';
import { configureApi } from '../src/configure-api';
import { Documented } from './documented';
import type { AdmissionLimits } from '../src/http/admission';
import { ExpressServer } from '../src/http/express-server';
import type { Problem } from '../src/http/problem';
import { type Log, type OpenedLog, openLog } from './opened-log';

/** For how long a reader comes back to a read model that is behind, ms: a busy machine brings it up late. */
const COMES_BACK_MS = 30_000;

const tokenOf = (person: string) => `token-of-${person}-long-enough`;

/**
 * A person of the tests: `role` for those outside the units, `role@unit` for a unit's own; `#account` holds nothing but what the log grants,
 * `#account!2` is the same account with another token.
 */
export type Person = Role | `${Role}@${string}` | `#${string}`;

/** The id of the person's account. */
export function accountIdOf(person: Person): string {
  return person.startsWith('#') ? person.slice(1).replace(/!.*/, '') : `tk_${person.replace(/\W/g, '_')}`;
}

function accountOf(person: Person): Account {
  const [role = '', unitId = null] = person.split('@');
  return {
    id: accountIdOf(person),
    name: person,
    roles: person.startsWith('#') ? [] : [role as Role],
    unitId,
    tokenSha256: sha256Hex(tokenOf(person)),
  };
}

/** Everybody outside the units, three people of each unit, and whoever else is asked for. */
function accountsFor(units: readonly string[], others: readonly Person[]): Account[] {
  const people: Person[] = [
    ...roles.filter((role) => !unitRoles.includes(role)),
    ...units.flatMap((unit): Person[] => [`unit-officer@${unit}`, `unit-head@${unit}`, `appraiser@${unit}`]),
    ...others,
  ];
  return people.map(accountOf);
}

export interface RunningApiOptions {
  /** The units whose officers and heads have accounts. */
  readonly units?: readonly string[];
  /** Who else has an account. */
  readonly others?: readonly Person[];
  /** Signing in by identity providers; default: none. */
  readonly signIn?: SignInOptions;
  /** Where the log is; default: in the test's own database. */
  readonly log?: Log;
  readonly now?: string;
  /** Default: the sample rulesets. */
  readonly rulesets?: RulesetCatalog;
  /** How much is worked on at once; default: more than any test asks for. */
  readonly limits?: AdmissionLimits;
  /** The years of which a sample calendar is recorded, so that deadlines can be set; default: 2022 to 2030. */
  readonly calendars?: readonly number[];
  /** Default: none. */
  readonly logger?: LoggerService;
}

/** The whole API over a database of its own, with one account per role and an officer and a head per unit. */
export class RunningApi {
  private documented: Documented | undefined;

  private constructor(
    readonly app: NestExpressApplication,
    readonly clock: ManualClock,
    private readonly opened: { log: OpenedLog; dataSource: DataSource; database: TestDatabase },
  ) {}

  static async start({
    units = [],
    others = [],
    signIn,
    log: where = 'postgres',
    now = '2024-01-02T01:00:00.000Z',
    rulesets,
    limits = { all: 1_000, perAccount: 1_000 },
    calendars = [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030],
    logger,
  }: RunningApiOptions = {}): Promise<RunningApi> {
    const database = await testDatabase();
    const log = await openLog(where, database);
    const { store } = log;
    const dataSource = await appDataSource(database.appUrl).initialize();
    const clock = new ManualClock(now);
    await ensureLogIdentity(store, clock);
    for (const year of calendars) await recordCalendar(store, year, now);
    const resources = {
      store,
      dataSource,
      clock,
      accounts: accountsFor(units, others),
      limits,
      signIn,
      readStore: { maxLagSeconds: 1e9, countablePositions: where === 'postgres' },
      ...(rulesets && { rulesets }),
    };
    const module = await Test.createTestingModule({ imports: [ApiModule.register(resources)] }).compile();
    const options = { bodyParser: false, logger: logger ?? (false as const) };
    const app = module.createNestApplication<NestExpressApplication>(new ExpressServer(), options);
    configureApi(app);
    await app.init();
    await app.get(ProjectionHost).start();
    return new RunningApi(app, clock, { log, dataSource, database });
  }

  get store(): EventStore {
    return this.opened.log.store;
  }

  /** What it stands on, for tests that take it away. */
  get beneath(): { readonly database: TestDatabase; readonly log: OpenedLog } {
    return this.opened;
  }

  /** A request without an account. */
  http(): ReturnType<typeof request> {
    return request(this.app.getHttpServer());
  }

  /** A command of `person`, under a fresh Idempotency-Key unless one is given. */
  command(person: Person, path: string, body: object = {}, key = v7()): request.Test {
    const headers = { Authorization: `Bearer ${tokenOf(person)}`, 'Idempotency-Key': key };
    return this.http().post(path).set(headers).send(body);
  }

  /** A command that must be accepted, and answered as documented; answers its position. */
  async accepted(person: Person, path: string, body: object = {}): Promise<string> {
    const response = await this.command(person, path, body);
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    (await this.document()).check('post', path, 201, response.body);
    return (response.body as { position: string }).position;
  }

  /** A command that must be refused; answers the problem. */
  async refused(person: Person, path: string, body: object = {}): Promise<Problem> {
    return problemIn(await this.command(person, path, body));
  }

  /** A question that must be answered as documented, containing what was written up to `after`. */
  async answered<Answer>(person: Person | undefined, path: string, after: string): Promise<Answer> {
    // Rulesets come with the program, rights from the log itself: there is nothing to wait for.
    const address = /^\/(rulesets|accounts|me|viewings)\b/.test(path) ? path : `${path}${path.includes('?') ? '&' : '?'}after=${after}`;
    let response = await this.question(person, address);
    for (const end = Date.now() + COMES_BACK_MS; isBehind(response) && Date.now() < end;) {
      await pause(100);
      response = await this.question(person, address);
    }
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    (await this.document()).check('get', path, 200, response.body);
    return response.body as Answer;
  }

  /** The API's own description of itself. */
  async document(): Promise<Documented> {
    this.documented ??= new Documented((await this.http().get('/openapi.json')).body as OpenAPIObject);
    return this.documented;
  }

  /** A question; `person` undefined: without an account. */
  question(person: Person | undefined, path: string): request.Test {
    const test = this.http().get(path);
    return person === undefined ? test : test.set('Authorization', `Bearer ${tokenOf(person)}`);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.opened.log.close();
    await this.opened.dataSource.destroy();
    await this.opened.database.drop();
  }
}

/** As the write path would have it recorded. */
async function recordCalendar(store: EventStore, year: number, recordedAt: string): Promise<void> {
  const { type, data } = workingCalendarRecorded.of(sampleCalendar(year));
  const stamp = { schemaVersion: workingCalendarRecorded.version, recordedAt, part: 1, parts: 1 };
  const metadata = { ...newContext(), ...stamp };
  await store.append(calendarStream(year), 'no-stream', [{ id: v7(), type, data, metadata }]);
}

/** The one refusal that a reader who has just written has to expect; any other is a fault. */
function isBehind({ body }: request.Response): boolean {
  return (body as Partial<Problem>).code === 'read-store.behind';
}

/** The problem in a refusal. Throws when the request was accepted, or refused without one. */
export function problemIn(response: request.Response): Problem {
  const { status, type } = response;
  const body: unknown = response.body;
  if (status >= 400 && type === 'application/problem+json') return body as Problem;
  throw new Error(`Not refused with a problem: ${status} ${type} ${JSON.stringify(body)}`);
}
