import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { asOfficer, EdgeProbe, expectProblem, type ProbeBody } from '../../test/edge-probe';
import { bodyLimitBytes, jsonBody } from './json-body';

let edge: EdgeProbe;
beforeAll(async () => {
  edge = await EdgeProbe.start();
});
afterAll(() => edge.stop());

const http = () => edge.http();
const valid = { name: 'Sở', day: null, parts: [{ points: '2/3' }] };

describe('a body that cannot be read', () => {
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

  it.each(['utf-16le', 'utf-32le', 'utf-7', 'UTF-7'])(
    'answers a body in %s, whose bytes are not what would be parsed',
    async (charset) => {
      const response = await http()
        .post('/probe/body')
        .set('Content-Type', `application/json; charset=${charset}`)
        .send(JSON.stringify(valid));
      expectProblem(response, 415, 'http.unsupported-media-type');
    },
  );

  it('takes a body that says it is in UTF-8', async () => {
    const said = http().post('/probe/body').set('Content-Type', 'application/json; charset="UTF-8"');
    expect((await said.send(valid)).status).toBe(201);
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
});

describe('a body of unknown length', () => {
  const chunked = (type: string, text: string) => {
    const request = http().post('/probe/body').type(type);
    request.write(text);
    return request;
  };

  it('is read like any other', async () => {
    expect((await chunked('json', JSON.stringify(valid))).status).toBe(201);
    expectProblem(await chunked('json', '{"name": '), 400, 'http.malformed-json');
    expectProblem(await chunked('text/plain', 'name=x'), 415, 'http.unsupported-media-type');
  });
});

it('asks for the fields that are missing where there is no body', async () => {
  expectProblem(await http().post('/probe/body').type('json'), 400, 'http.invalid-request');
});

describe('a body that nothing reads', () => {
  const command = (body?: object) =>
    http()
      .post('/probe/units/u1')
      .set(asOfficer)
      .set('Idempotency-Key', randomUUID())
      .set('If-Match', '"7"')
      .send(body);

  it('is refused, as somebody means it to count', async () => {
    const problem = expectProblem(await command({ reason: 'Nhầm', blockId: 'b2' }), 400, 'http.invalid-request');
    expect(problem.errors).toEqual([
      { field: 'reason', detail: 'yêu cầu này không nhận nội dung, hãy bỏ đi' },
      { field: 'blockId', detail: 'yêu cầu này không nhận nội dung, hãy bỏ đi' },
    ]);
  });

  it.each([undefined, {}])('is none where it is %p', async (body) => {
    expect((await command(body)).status).toBe(201);
  });
});

it('passes on what has no body at all', () => {
  const next = jest.fn();
  jsonBody()({ headers: {} } as Request, {} as Response, next);
  expect(next.mock.calls).toEqual([[]]);
});

describe('a body', () => {
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

  it('brings text to Unicode form NFC', async () => {
    const response = await http()
      .post('/probe/body')
      .send({ ...valid, name: 'Sở '.normalize('NFD') });
    expect((response.body as ProbeBody).name).toBe('Sở'.normalize('NFC'));
  });
});
