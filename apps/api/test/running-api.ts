import type { LoggerService } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ensureLogIdentity, type EventStore, pause } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionHost } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { type TestDatabase, testDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';
import request from 'supertest';
import { v7 } from 'uuid';
import { ApiModule } from '../src/api.module';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { SignInOptions } from '../src/oidc/sign-in';
import { configureApi } from '../src/configure-api';
import { Documented } from './documented';
import type { AdmissionLimits } from '../src/http/admission';
import { ExpressServer } from '../src/http/express-server';
import { openApiDocument } from '../src/http/openapi';
import type { Problem } from '../src/http/problem';
import type { RateLimits } from '../src/http/rates';
import { type Log, type OpenedLog, openLog } from './opened-log';
import { accountIdOf, accountsFor, type Person, tokenOf } from './people';
import { recordCalendars } from './recorded-calendars';
import { SeenRevisions } from './seen-revisions';

/** For how long a reader comes back to a read model that is behind, ms: a busy machine brings it up late. */
const COMES_BACK_MS = 30_000;

export { accountIdOf, type Person };

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
  /** How much is worked on at once; default: more than any test asks for, however long one turn takes that first has to load what it needs. */
  readonly limits?: AdmissionLimits;
  /** The years of which a sample calendar is recorded, so that deadlines can be set; default: 2022 to 2030. */
  readonly calendars?: readonly number[];
  /** How much is taken a second; default: more than any test asks for. */
  readonly rates?: RateLimits;
  /** Whether runners say which requests they apply; default: they do not. */
  readonly traces?: boolean;
  /** Default: none. */
  readonly logger?: LoggerService;
}

/** The whole API over a database of its own, with one account per role and an officer and a head per unit. */
export class RunningApi {
  private documented: Documented | undefined;

  private constructor(
    readonly app: NestExpressApplication,
    readonly clock: ManualClock,
    private readonly seen: SeenRevisions,
    private readonly opened: { log: OpenedLog; dataSource: DataSource; database: TestDatabase },
  ) {}

  static async start({
    units = [],
    others = [],
    signIn,
    log: where = 'postgres',
    now = '2024-01-02T01:00:00.000Z',
    rulesets,
    limits = { all: 1_000, perAccount: 1_000, longestTurnMs: Infinity },
    calendars = [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030],
    rates = { perAccount: 1e6, perAddress: 1e6, failuresPerMinute: 1e6 },
    traces = false,
    logger,
  }: RunningApiOptions = {}): Promise<RunningApi> {
    const database = await testDatabase();
    const log = await openLog(where, database);
    const { store } = log;
    const seen = new SeenRevisions(store);
    const dataSource = await appDataSource(database.appUrl).initialize();
    const clock = new ManualClock(now);
    await ensureLogIdentity(store, clock);
    await recordCalendars(store, calendars, now);
    const resources = {
      store,
      dataSource,
      clock,
      accounts: accountsFor(units, others),
      ...{ limits, rates, signIn },
      // Tests write one command after the other: read models take some of them in a batch, as they do under load.
      readStore: { maxLagSeconds: 1e9, countablePositions: where === 'postgres', restMs: 50, traces },
      ...(rulesets && { rulesets }),
    };
    const module = await Test.createTestingModule({ imports: [ApiModule.register(resources)] }).compile();
    const options = { bodyParser: false, logger: logger ?? (false as const) };
    const app = module.createNestApplication<NestExpressApplication>(new ExpressServer(), options);
    configureApi(app);
    await app.init();
    seen.learn(openApiDocument(app));
    await app.get(ProjectionHost).start();
    return new RunningApi(app, clock, seen, { log, dataSource, database });
  }

  get store(): EventStore {
    return this.opened.log.store;
  }

  /** What it stands on, for tests that take it away. */
  get beneath(): { readonly database: TestDatabase; readonly log: OpenedLog } {
    return this.opened;
  }

  /** Accepts requests from other programs; answers the address. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return this.app.getUrl();
  }

  tokenOf(person: Person): string {
    return tokenOf(person);
  }

  /** A request without an account. */
  http(): ReturnType<typeof request> {
    return request(this.app.getHttpServer());
  }

  /** A command of `person` who has just seen what it changes, under a fresh Idempotency-Key unless one is given. */
  command(person: Person, path: string, body: object = {}, key = v7()): request.Test {
    return this.blindCommand(person, path, body, key).set(this.seenAt(path));
  }

  /** The same of somebody who has not looked: without If-Match. */
  blindCommand(person: Person, path: string, body: object = {}, key = v7()): request.Test {
    const headers = { Authorization: `Bearer ${tokenOf(person)}`, 'Idempotency-Key': key };
    return this.http().post(path).set(headers).send(body);
  }

  /** What whoever has just looked says of what it saw, in a command at this address. */
  seenAt(path: string): Record<string, string> {
    return this.seen.headersFor(path);
  }

  /** A POST as it stands: these headers and this text, of `person` or nobody. */
  raw(person: Person | undefined, path: string, headers: Readonly<Record<string, string>>, text: string): request.Test {
    const who: Record<string, string> = person === undefined ? {} : { Authorization: `Bearer ${tokenOf(person)}` };
    return this.http()
      .post(path)
      .set({ ...headers, ...who })
      .type('json')
      .send(text);
  }

  /** A command that must be accepted, and answered as documented; answers its position. */
  async accepted(person: Person, path: string, body: object = {}): Promise<string> {
    const response = await this.commandOnWhatIsThere(person, path, body);
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    (await this.document()).check('post', path, 201, response.body);
    return (response.body as { position: string }).position;
  }

  /** A command that must be refused, by a problem as documented; answers it. */
  async refused(person: Person, path: string, body: object = {}): Promise<Problem> {
    const problem = problemIn(await this.commandOnWhatIsThere(person, path, body));
    (await this.document()).checkProblem(problem);
    return problem;
  }

  /** As a client does that is told what is there now. */
  private async commandOnWhatIsThere(person: Person, path: string, body: object): Promise<request.Response> {
    const first = await this.commandInTime(person, path, body);
    if (first.status !== 412) return first;
    return this.blindCommand(person, path, body).set('If-Match', (first.headers as { etag: string }).etag);
  }

  /** Sent again under its key, as asked, where a busy machine had no answer in time. */
  private async commandInTime(person: Person, path: string, body: object): Promise<request.Response> {
    const key = v7();
    let response = await this.command(person, path, body, key);
    for (const end = Date.now() + COMES_BACK_MS; isLate(response) && Date.now() < end;) {
      await pause(1_000);
      response = await this.command(person, path, body, key);
    }
    return response;
  }

  /** A question that must be answered as documented, containing what was written up to `after`. */
  async answered<Answer>(person: Person | undefined, path: string, after: string): Promise<Answer> {
    // Rulesets come with the program; rights, revisions, years, surveys, and one file or one unit's cases from the log itself: there is nothing to wait for.
    if (/^\/(rulesets|accounts|me|viewings|list-viewings|periods|surveys|(assessments|cases)\/\d+\/)\b/.test(path))
      return this.answeredAtOnce(person, path);
    const address = `${path}${path.includes('?') ? '&' : '?'}after=${after}`;
    let response = await this.question(person, address);
    for (const end = Date.now() + COMES_BACK_MS; isBehind(response) && Date.now() < end;) {
      await pause(100);
      response = await this.question(person, address);
    }
    return this.documentedAnswer<Answer>(path, response);
  }

  private async documentedAnswer<Answer>(path: string, response: request.Response): Promise<Answer> {
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    (await this.document()).check('get', path, 200, response.body);
    return response.body as Answer;
  }

  /** A question that does not go to the read models. */
  async answeredAtOnce<Answer>(person: Person | undefined, path: string): Promise<Answer> {
    return this.documentedAnswer<Answer>(path, await this.question(person, path));
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

/** The one refusal that a reader who has just written has to expect; any other is a fault. */
const isBehind = ({ body }: request.Response) => (body as Partial<Problem>).code === 'read-store.behind';
const isLate = ({ body }: request.Response) => (body as Partial<Problem>).code === 'http.not-in-time';

/** The problem in a refusal. Throws when the request was accepted, or refused without one. */
export function problemIn(response: request.Response): Problem {
  const { status, type } = response;
  const body: unknown = response.body;
  if (status >= 400 && type === 'application/problem+json') return body as Problem;
  throw new Error(`Not refused with a problem: ${status} ${type} ${JSON.stringify(body)}`);
}
