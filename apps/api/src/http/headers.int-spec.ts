import { v7 } from 'uuid';
import { asOfficer, EdgeProbe, expectProblem } from '../../test/edge-probe';

let edge: EdgeProbe;
beforeAll(async () => {
  edge = await EdgeProbe.start();
});
afterAll(() => edge.stop());

const http = () => edge.http();

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

describe('X-Correlation-Id', () => {
  it('returns the correlation id of the caller, and a new one otherwise', async () => {
    const id = v7();
    expect((await http().get('/nowhere').set('X-Correlation-Id', id)).headers['x-correlation-id']).toBe(id);
    expect((await http().get('/nowhere').set('X-Correlation-Id', 'a\tb')).headers['x-correlation-id']).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

describe('Idempotency-Key', () => {
  const command = () => http().post('/probe/units/u1').set(asOfficer).set('If-Match', '"7"');

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
      const noted = http().post('/probe/units/u1/notes').set(asOfficer).set('If-Match', '"7"');
      const response = await noted.set('Idempotency-Key', v7()).send(body);
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
});

describe('If-Match', () => {
  const command = () => http().post('/probe/units/u1').set(asOfficer).set('Idempotency-Key', v7());

  it.each([
    ['If-Match', '"7"', '7'],
    ['If-Match', '"no-stream"', 'no-stream'],
    ['If-None-Match', '*', 'no-stream'],
  ])('%s: %s says what was seen', async (name, value, seen) => {
    expect((await command().set(name, value)).body).toMatchObject({ expectedRevision: seen });
  });

  it('is no part of what the key is bound to', async () => {
    const digestOf = async (tag: string) =>
      ((await command().set('If-Match', tag)).body as { commandDigest?: string }).commandDigest;
    expect(await digestOf('"7"')).toBe(await digestOf('"8"'));
  });

  it('is asked for, and named', async () => {
    const problem = expectProblem(await command(), 428, 'http.precondition-required');
    expect(problem.errors?.map(({ field }) => field)).toEqual(['If-Match']);
  });

  it('that is no tag of ours is refused as such', async () => {
    expectProblem(await command().set('If-Match', 'W/"7"'), 400, 'http.invalid-request');
  });

  it('that is stale is told what is there now', async () => {
    const response = await http().get('/probe/failures/stale');
    const problem = expectProblem(response, 412, 'http.precondition-failed');
    expect([problem.details, response.headers['etag']]).toEqual([{ revision: '2' }, '"2"']);
  });
});

describe('an answer that tells a revision', () => {
  it('carries it as a strong tag, and its position as a token', async () => {
    const { headers } = await http().get('/probe/revisions/7');
    expect([headers['etag'], headers['consistency-token']]).toEqual(['"7"', '42']);
  });

  it.each(['"7"', 'W/"7"', '"1", "7"', '*'])('is not sent again to whoever holds %s', async (held) => {
    const { status, text, headers } = await http().get('/probe/revisions/7').set('If-None-Match', held);
    expect([status, text, headers['etag'], headers['content-type']]).toEqual([304, '', '"7"', undefined]);
  });

  it('is sent to whoever holds another', async () => {
    const answer = await http().get('/probe/revisions/7').set('If-None-Match', '"6"');
    expect([answer.status, answer.body]).toEqual([200, { revision: '7', position: '42' }]);
  });

  it('of a stream that does not exist is one, too', async () => {
    expect((await http().get('/probe/revisions/-1')).headers['etag']).toBe('"no-stream"');
  });
});
