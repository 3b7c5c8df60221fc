import type { AnswerOf, BodyOf, OperationOf, ParametersOf, PathsOf } from './operations';
import type { components } from './openapi.generated';

type Problem = components['schemas']['Problem'];
type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** How a request goes out; the browser's and Node's own `fetch` fits. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface ApiClientOptions {
  /** Where the api is, without a slash at the end. */
  readonly url: string;
  /** Of the personal account; without it only what is public is answered. */
  readonly token?: string;
  readonly fetch?: Fetch;
}

/** What a call needs: the operation's own parameters, and its body where it has one. */
export type CallOptions<Operation> = ParametersOf<Operation> &
  (BodyOf<Operation> extends undefined ? object : { readonly body: BodyOf<Operation> });

/** An answer, and what its headers say of it. `body` undefined: the caller holds it already (304). */
export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  /** The strong tag, for If-Match and If-None-Match. */
  readonly tag: string | undefined;
  /** The position to read one's own writes by, for Consistency-Token. */
  readonly token: string | undefined;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** The api refused, and says why. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    /** The tag of what is there now, when what was seen is stale. */
    readonly tag: string | undefined,
    /** Seconds after which to come back. */
    readonly retryAfter: number | undefined,
  ) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
  }
}

/** Calls the api by the addresses of its document: what does not fit it does not compile. */
export class ApiClient {
  constructor(private readonly options: ApiClientOptions) {}

  /** Throws ApiProblem. */
  get<Path extends PathsOf<'get'>>(
    path: Path,
    options: CallOptions<OperationOf<Path, 'get'>>,
  ): Promise<Answered<AnswerOf<OperationOf<Path, 'get'>>>> {
    return this.call('GET', path, options);
  }

  /** Throws ApiProblem. */
  post<Path extends PathsOf<'post'>>(
    path: Path,
    options: CallOptions<OperationOf<Path, 'post'>>,
  ): Promise<Answered<AnswerOf<OperationOf<Path, 'post'>>>> {
    return this.call('POST', path, options);
  }

  private async call<Body>(
    method: string,
    template: string,
    { path, query, header, body }: { path?: unknown; query?: unknown; header?: unknown; body?: unknown },
  ): Promise<Answered<Body>> {
    const { url, token, fetch = globalThis.fetch } = this.options;
    const headers = {
      ...present((header ?? {}) as Values),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return answered<Body>(
      await fetch(url + addressOf(template, (path ?? {}) as Values, (query ?? {}) as Values), init),
    );
  }
}

function addressOf(template: string, path: Values, query: Values): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const asked = new URLSearchParams(present(query)).toString();
  return asked === '' ? filled : `${filled}?${asked}`;
}

function present(values: Values): Record<string, string> {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

async function answered<Body>(response: Response): Promise<Answered<Body>> {
  const { status, headers } = response;
  const said = (name: string) => headers.get(name) ?? undefined;
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (status >= 400) throw new ApiProblem(body as Problem, said('ETag'), numberOf(said('Retry-After')));
  const next = /^<([^>]+)>; rel="next"$/.exec(said('Link') ?? '')?.[1];
  return { status, body: body as Body, tag: said('ETag'), token: said('Consistency-Token'), next };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
