import { Controller, Get, Post, Query } from '@nestjs/common';
import type { Position } from '@app/event-store';
import type request from 'supertest';
import { EdgeProbe, expectProblem } from '../../test/edge-probe';
import { Public } from '../auth/access';
import { After } from './after';
import { FormField } from './fields';
import type { Problem } from './problem';

class ProbeQuery {
  @FormField('key', { description: 'Unit', nullable: true }) unit: string | null = null;
}

@Public()
@Controller('probe')
class ProbeController {
  @Get('asked')
  asked(@After() after: Position | undefined): object {
    return { after: after?.toString() };
  }

  @Get('filtered')
  filtered(@Query() query: ProbeQuery): object {
    return query;
  }

  @Get(':id')
  one(): object {
    return {};
  }

  @Post(':id/done')
  done(): object {
    return {};
  }
}

let edge: EdgeProbe;
beforeAll(async () => {
  edge = await EdgeProbe.start([ProbeController]);
});
afterAll(() => edge.stop());

const http = () => edge.http();
const problemOf = ({ body }: request.Response) => body as Problem;

describe('a query string', () => {
  it.each(['/probe/asked?after=1', '/probe/filtered?unit=u1', '/probe/asked'])('is read: %s', async (path) => {
    expect((await http().get(path)).status).toBe(200);
  });

  it.each([
    ['/probe/asked', '7', '7'],
    ['/probe/asked?after=5', '7', '7'],
    ['/probe/asked?after=9', '7', '9'],
  ])('asks %s with the token %s for what is up to %s', async (path, token, after) => {
    expect((await http().get(path).set('Consistency-Token', token)).body).toEqual({ after });
  });

  it('names the token that is none', async () => {
    const response = await http().get('/probe/asked').set('Consistency-Token', '1a');
    expect([response.status, problemOf(response).errors?.[0]?.field]).toEqual([400, 'Consistency-Token']);
  });

  it.each([
    ['get', '/probe/asked?aftr=1', 'aftr'],
    ['get', '/probe/asked?after=1&year=2024', 'year'],
    ['get', '/probe/u1?after=1', 'after'],
    ['get', '/probe/filtered?aftr=1', 'aftr'],
    ['post', '/probe/u1/done?after=1', 'after'],
  ] as const)('that is not read is refused, not ignored: %s %s', async (method, path, field) => {
    const response = await http()[method](path);
    expect(response.status).toBe(400);
    expect(problemOf(response).code).toBe('http.invalid-request');
    expect(problemOf(response).errors?.map((fault) => fault.field)).toEqual([field]);
  });
});

describe('a known address', () => {
  it.each([
    ['delete', '/probe/u1', 'GET, HEAD, OPTIONS'],
    ['get', '/probe/u1/done', 'POST, OPTIONS'],
    ['post', '/openapi.json', 'GET, HEAD, OPTIONS'],
  ] as const)('names its methods to %s %s', async (method, path, allow) => {
    const response = await http()[method](path);
    expect([response.status, response.headers['allow']]).toEqual([405, allow]);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problemOf(response).code).toBe('http.method-not-allowed');
  });

  it('answers OPTIONS with its methods and nothing else', async () => {
    const response = await http().options('/probe/u1/done');
    expect([response.status, response.headers['allow'], response.text]).toEqual([204, 'POST, OPTIONS', '']);
  });

  it('answers HEAD like GET', async () => {
    expect((await http().head('/probe/u1')).status).toBe(200);
  });
});

it.each(['delete', 'options'] as const)('answers %s of an unknown address as unknown', async (method) => {
  expect((await http()[method]('/nowhere')).status).toBe(404);
});

it('says what is wrong with a path that cannot be decoded', async () => {
  const response = await http().get('/probe/%ff');
  expect(response.status).toBe(400);
  expect(problemOf(response).errors).toEqual([
    { field: 'path', detail: 'địa chỉ có dấu % mã hóa sai: viết lại bằng UTF-8' },
  ]);
});

describe('an address of the common probe', () => {
  let probe: EdgeProbe;
  beforeAll(async () => {
    probe = await EdgeProbe.start();
  });
  afterAll(() => probe.stop());

  it.each(['/', '/some/anywhere', '/PROBE/supervised/', '/very/far/below'])('tells what %s takes', async (path) => {
    const allow = 'GET, HEAD, OPTIONS';
    const options = await probe.http().options(path);
    expect([options.status, options.headers.allow]).toEqual([204, allow]);
    const refused = await probe.http().put(path);
    expectProblem(refused, 405, 'http.method-not-allowed');
    expect(refused.headers.allow).toBe(allow);
  });

  it.each([
    '/probe/years/20x4/u1',
    '/probe/years/2024/..%2f',
    '/probe/years/2024/u1?unit=A%20B',
    '/probe/years/2024/u1?other=1',
  ])('refuses %s', async (path) => {
    expectProblem(await probe.http().get(path), 400, 'http.invalid-request');
  });

  it('answers a broken percentage encoding', async () => {
    expect((await probe.http().get('/probe/years/2024/%ff')).status).toBe(400);
  });
});
