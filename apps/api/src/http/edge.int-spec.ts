import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type CommandContext,
  InvalidAppend,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedRevision,
} from '@app/event-store';
import { DomainError } from '@app/kernel';
import request from 'supertest';
import { v7 } from 'uuid';
import { AccessGuard } from '../auth/access.guard';
import { Allow, Public } from '../auth/access';
import { type Account, Accounts, sha256Hex } from '../auth/account';
import { configureApi } from '../configure-api';
import { Context } from './command-context';
import { ExpressServer } from './express-server';
import { FormField, ListField, TextField } from './fields';
import { bodyLimitBytes, nestingOf } from './json-body';
import { IdPipe, YearPipe } from './parameters';
import { Admission } from './admission';
import type { Problem } from './problem';
import { ProblemFilter } from './problem.filter';
import { ProblemsController } from './problems.controller';

class Part {
  @FormField('exact', { description: 'Points' }) points!: string;
}
class ProbeBody {
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
  command(@Context() context: CommandContext): CommandContext {
    return context;
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

@Module({
  controllers: [ProbeController, AnywhereController, ProblemsController],
  providers: [
    { provide: Admission, useValue: new Admission({ all: 256, perAccount: 32 }) },
    { provide: Accounts, useValue: new Accounts([officer]) },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class ProbeModule {}

let app: NestExpressApplication;
beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [ProbeModule] }).compile();
  app = module.createNestApplication<NestExpressApplication>(new ExpressServer(), { bodyParser: false, logger: false });
  configureApi(app);
  await app.init();
});
afterAll(() => app.close());

const http = () => request(app.getHttpServer());
const asOfficer = { Authorization: 'Bearer token-of-officer-an' };
const valid = { name: 'Sở', day: null, parts: [{ points: '2/3' }] };

function expectProblem(response: request.Response, status: number, code: string): Problem {
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

describe('problems', () => {
  it('answers an unknown address', async () => {
    expectProblem(await http().get('/nowhere'), 404, 'http.not-found');
  });

  it('answers malformed JSON', async () => {
    const response = await http().post('/probe/body').type('json').send('{"name": ');
    expectProblem(response, 400, 'http.malformed-json');
  });

  it.each([
    ['a byte of another encoding', [0xe1]],
    ['half a character', [0xe1, 0xbb]],
    ['an overlong form', [0xc0, 0xaf]],
  ])('answers a body with %s, which nobody could read again', async (_what, bytes) => {
    const [before, after] = JSON.stringify(valid).split('Sở');
    const body = Buffer.concat([Buffer.from(`${before}S`), Buffer.from(bytes), Buffer.from(after ?? '')]);
    const asItIs = (sent: unknown) => sent as string;
    const response = await http().post('/probe/body').type('json').serialize(asItIs).send(body);
    expectProblem(response, 400, 'http.malformed-json');
  });

  it('answers a body over the limit', async () => {
    const response = await http()
      .post('/probe/body')
      .send({ name: 'x'.repeat(bodyLimitBytes) });
    expectProblem(response, 413, 'http.payload-too-large');
  });

  it('answers a body that is not JSON', async () => {
    const response = await http().post('/probe/body').type('text/plain').send('name=x');
    expectProblem(response, 415, 'http.unsupported-media-type');
  });

  it('answers nesting that would overflow a stack', async () => {
    const response = await http().post('/probe/body').type('json').send('['.repeat(200_000));
    expectProblem(response, 400, 'http.invalid-request');
  });

  it('names every faulty field and what to mend', async () => {
    const body = { name: '', day: '31/01/2024', parts: [{ points: 0.5 }, 'x'], extra: 1 };
    const problem = expectProblem(await http().post('/probe/body').send(body), 400, 'http.invalid-request');
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { field: 'name', detail: 'phải có từ 1 đến 20 ký tự' },
        { field: 'day', detail: 'viết ngày dạng 2024-01-31' },
        { field: 'parts.1', detail: 'phải là đối tượng hoặc danh sách đối tượng JSON' },
        { field: 'parts.0.points', detail: 'viết số trong dấu nháy: "0.5"' },
        { field: 'extra', detail: 'trường này không có trong yêu cầu, hãy bỏ đi' },
      ]),
    );
  });

  it.each([
    '[]',
    'null',
    '"x"',
    '1',
    '[{"name":"a"}]',
    '{"parts":null}',
    '{"name":{"a":1},"parts":[[]]}',
    '{"__proto__":{"name":"a"}}',
  ])('refuses the body %s', async (body) => {
    const response = await http().post('/probe/body').type('json').send(body);
    expect(response.status).toBe(400);
    expect(response.headers['content-type']).toMatch(/problem\+json/);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800'],
    ['a zero-width space', 'a\u200bb'],
    ['a turn of direction', 'a\u202eb'],
    ['nothing that is seen', '\u3164\u2800'],
  ])('refuses text with %s', async (_what, name) => {
    expectProblem(
      await http()
        .post('/probe/body')
        .send({ ...valid, name }),
      400,
      'http.invalid-request',
    );
  });

  it.each([
    ['domain', 409, 'probe.refused'],
    ['race', 409, 'event-store.concurrent-change'],
    ['append', 422, 'http.cannot-be-recorded'],
    ['busy', 503, 'http.overloaded'],
    ['store', 503, 'http.store-unavailable'],
    ['database', 503, 'http.database-unavailable'],
    ['bug', 500, 'http.internal'],
  ])('answers a failure of kind %s', async (kind, status, code) => {
    const response = await http().get(`/probe/failures/${kind}`);
    expectProblem(response, status, code);
    expect(response.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
  });

  it.each([
    '/probe/years/20x4/u1',
    '/probe/years/2024/..%2f',
    '/probe/years/2024/u1?unit=A%20B',
    '/probe/years/2024/u1?other=1',
  ])('refuses %s', async (path) => {
    expectProblem(await http().get(path), 400, 'http.invalid-request');
  });

  it('answers a broken percentage encoding', async () => {
    expect((await http().get('/probe/years/2024/%ff')).status).toBe(400);
  });

  it('explains each type at its address', async () => {
    expect((await http().get('/problems/http.not-found')).text).toContain('Không có địa chỉ này');
    expect((await http().get('/problems')).text).toContain('http.malformed-json');
    expectProblem(await http().get('/problems/constructor'), 404, 'http.not-found');
  });
});

describe('requests', () => {
  it('brings text to Unicode form NFC', async () => {
    const response = await http()
      .post('/probe/body')
      .send({ ...valid, name: 'Sở '.normalize('NFD') });
    expect((response.body as ProbeBody).name).toBe('Sở'.normalize('NFC'));
  });

  it('returns the correlation id of the caller, and a new one otherwise', async () => {
    const id = v7();
    expect((await http().get('/nowhere').set('X-Correlation-Id', id)).headers['x-correlation-id']).toBe(id);
    expect((await http().get('/nowhere').set('X-Correlation-Id', 'a\tb')).headers['x-correlation-id']).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

describe('addresses', () => {
  it.each(['/', '/some/anywhere', '/PROBE/supervised/', '/very/far/below'])('tells what %s takes', async (path) => {
    const allow = 'GET, HEAD, OPTIONS';
    const options = await http().options(path);
    expect([options.status, options.headers.allow]).toEqual([204, allow]);
    const refused = await http().put(path);
    expectProblem(refused, 405, 'http.method-not-allowed');
    expect(refused.headers.allow).toBe(allow);
  });
});

describe('security headers', () => {
  it.each([
    ['an answer', () => http().get('/openapi.json')],
    ['a page', () => http().get('/docs')],
    ['a script', () => http().get('/docs/swagger-ui-bundle.js')],
    ['the head of an answer', () => http().head('/openapi.json')],
    ['a problem', () => http().get('/nowhere')],
    ['a failure', () => http().get('/probe/failures/bug')],
    ['a refusal', () => http().post('/probe/units/u1')],
    ['malformed JSON', () => http().post('/probe/body').type('json').send('{')],
    ['another method', () => http().put('/docs')],
    ['options', () => http().options('/probe/supervised')],
  ])('are the same on %s', async (_what, asked) => {
    const { headers } = await asked();
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;connect-src 'self';" +
        "font-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('cross-origin-embedder-policy');
  });
});

describe('access', () => {
  const command = () => http().post('/probe/units/u1').set(asOfficer);

  it('makes the context of a command from the account and the key', async () => {
    const key = v7();
    const response = await command().set('Idempotency-Key', key.toUpperCase());
    expect(response.body).toMatchObject({
      commandId: key,
      causationId: key,
      actor: 'an',
      role: 'unit-officer',
      onBehalfOf: null,
    });
  });

  it('binds the key to what is asked', async () => {
    const digestOf = async (body: object): Promise<unknown> => {
      const response = await command().set('Idempotency-Key', v7()).send(body);
      return (response.body as { commandDigest?: unknown }).commandDigest;
    };
    const first = await digestOf({ a: 1, b: 2 });
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf({ b: 2, a: 1 })).toBe(first);
    expect(await digestOf({ b: 2, a: 2 })).not.toBe(first);
  });

  it.each([undefined, 'not-a-uuid'])('refuses the Idempotency-Key %s and names it', async (key) => {
    const problem = expectProblem(
      await (key === undefined ? command() : command().set('Idempotency-Key', key)),
      400,
      'http.idempotency-key-required',
    );
    expect(problem.errors?.[0]?.field).toBe('Idempotency-Key');
  });

  it.each([undefined, 'Bearer token-of-somebody-else', 'Basic YTpi', 'Bearer '])(
    'asks who it is for %s',
    async (header) => {
      const test = http().post('/probe/units/u1');
      const response = await (header === undefined ? test : test.set('Authorization', header));
      expectProblem(response, 401, 'http.unauthenticated');
      expect(response.headers['www-authenticate']).toMatch(/^Bearer/);
    },
  );

  it('refuses the file of another unit', async () => {
    expectProblem(await http().post('/probe/units/u2').set(asOfficer), 403, 'http.forbidden');
  });

  it('names the roles that it takes, as people call them', async () => {
    const problem = expectProblem(await http().get('/probe/supervised').set(asOfficer), 403, 'http.forbidden');
    expect(problem.detail).toBe(
      'Việc này cần một trong các vai trò: thanh tra (auditor); thủ trưởng đơn vị (unit-head).',
    );
  });

  it('refuses a route that declares nothing, to everybody', async () => {
    const problem = expectProblem(await http().get('/probe/undeclared').set(asOfficer), 403, 'http.forbidden');
    expect(problem.detail).toBe('Chưa vai trò nào được phép làm việc này.');
    expectProblem(await http().get('/probe/undeclared'), 401, 'http.unauthenticated');
  });
});

describe('the page of the API', () => {
  it('needs nothing from elsewhere and passes its own content policy', async () => {
    const page = await http().get('/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="vi">');
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    for (const [, address] of page.text.matchAll(/<script src="([^"]+)"/g)) {
      expect((await http().get(new URL(address ?? '', 'http://host/docs').pathname)).status).toBe(200);
    }
  });

  it('describes each operation with its headers, roles and problems', async () => {
    const { openapi, paths } = (await http().get('/openapi.json')).body as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object; 'x-roles': string[] }>>;
    };
    expect(openapi).toBe('3.1.0');
    const command = paths['/probe/units/{unitId}']?.['post'];
    expect(command?.parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Idempotency-Key', 'X-Correlation-Id']),
    );
    expect(command?.['x-roles']).toEqual(['unit-officer']);
    expect(command?.responses).toHaveProperty('default');
  });
});

it('counts nesting outside strings only', () => {
  expect(nestingOf(Buffer.from('{"a":[{"b":"[[[\\"{{"}]}'))).toBe(3);
});
