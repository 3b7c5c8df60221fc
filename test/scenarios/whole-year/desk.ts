import {
  type AnswerOf,
  ApiClient,
  ApiProblem,
  type CallOptions,
  type OperationOf,
  type PathsOf,
} from '@app/api-client';
import { pause } from '@app/event-store';
import { v7 } from 'uuid';
import type { Person, RunningApi } from '../../../apps/api/test/running-api';

/** What a command needs besides the headers, which the desk writes. */
type Act<Path extends PathsOf<'post'>> = Omit<CallOptions<OperationOf<Path, 'post'>>, 'header' | 'query'>;
type Question<Path extends PathsOf<'get'>> = Omit<CallOptions<OperationOf<Path, 'get'>>, 'header'>;

/** What a person claims to have seen; null: says nothing of it. Default: looks first. */
type Seen = string | null;

/** What has a revision of its own, at the beginning of the address of a command on it. */
const revised =
  /^\/(?:(?:assessments|cases)\/\{year\}\/\{unitId\}(?!\/objections)|units\/\{unitId\}|results\/\{year\}\/\{blockId\}(?!\/opening))/;

/** Where people work through the generated client: each looks before acting, and nobody reads less than was written here. */
export class Desk {
  /** The position of what was written last. */
  last = '0';

  constructor(
    private readonly api: Pick<RunningApi, 'tokenOf'>,
    private readonly url: string,
  ) {}

  /** A command that must be accepted; answers what it answered. */
  async does<Path extends PathsOf<'post'>>(
    person: Person,
    path: Path,
    act: Act<Path>,
    seen?: Seen,
  ): Promise<AnswerOf<OperationOf<Path, 'post'>>> {
    const tag = seen === undefined ? await this.tagOf(person, path, act) : (seen ?? undefined);
    const header = { 'Idempotency-Key': v7(), 'If-Match': tag };
    const options = { ...act, header } as unknown as CallOptions<OperationOf<Path, 'post'>>;
    const { body, token } = await onceItHasTime(() => this.client(person).post(path, options));
    this.last = token ?? (body as { position: string }).position;
    return body;
  }

  /** A command that must be refused; answers `<status> <code>`. */
  async refused<Path extends PathsOf<'post'>>(
    person: Person,
    path: Path,
    act: Act<Path>,
    seen?: Seen,
  ): Promise<string> {
    return refusalOf(this.does(person, path, act, seen));
  }

  /** A question, answered with all that was written here; `undefined`: of the public, without an account. */
  async asks<Path extends PathsOf<'get'>>(
    person: Person | undefined,
    path: Path,
    question: Question<Path>,
  ): Promise<AnswerOf<OperationOf<Path, 'get'>>> {
    const header = asOfIn(question) ? {} : { 'Consistency-Token': this.last };
    const options = { ...question, header } as unknown as CallOptions<OperationOf<Path, 'get'>>;
    for (;;) {
      try {
        return (await onceItHasTime(() => this.client(person).get(path, options))).body;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.problem.code !== 'read-store.behind') throw error;
        await pause(50);
      }
    }
  }

  /** A question that must be refused; answers `<status> <code>`. */
  async denied<Path extends PathsOf<'get'>>(
    person: Person | undefined,
    path: Path,
    question: Question<Path>,
  ): Promise<string> {
    return refusalOf(this.asks(person, path, question));
  }

  private client(person: Person | undefined): ApiClient {
    return new ApiClient({ url: this.url, ...(person !== undefined && { token: this.api.tokenOf(person) }) });
  }

  private async tagOf(person: Person, path: string, act: object): Promise<string | undefined> {
    const [thing] = revised.exec(path) ?? [];
    if (thing === undefined) return undefined;
    // Every such address answers alike; the type of one stands for all of them.
    const revision = `${thing}/revision` as '/assessments/{year}/{unitId}/revision';
    const { path: names } = act as CallOptions<OperationOf<typeof revision, 'get'>>;
    return (await this.client(person).get(revision, { path: names })).tag;
  }
}

/** A question about an earlier moment waits for nothing. */
function asOfIn(question: { readonly query?: unknown }): boolean {
  return (question.query as { asOf?: string } | undefined)?.asOf !== undefined;
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return `${error.problem.status} ${error.problem.code}`;
    throw error;
  }
  throw new Error('It was accepted');
}

/** Asked again a second later, a command under its same key, where the answer was that too much came at once. */
async function onceItHasTime<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'http.overloaded') throw error;
      await pause(1_000);
    }
  }
}
