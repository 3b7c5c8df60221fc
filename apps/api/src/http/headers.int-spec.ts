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
});
