import { ApiClient, ApiProblem, type Fetch } from './api-client';

const path = { year: 2024, unitId: 'so_a' };
const problem = {
  ...{ type: '/problems/http.precondition-failed', title: 'Hồ sơ đã thay đổi', status: 412, detail: 'Tải lại' },
  ...{ code: 'http.precondition-failed', correlationId: '0190b7a4-0000-7000-8000-000000000001' },
};

/** A client whose requests are noted, and answered so. */
function client(body: unknown, init: ResponseInit = {}, token?: string) {
  const asked: [address: string, init: RequestInit][] = [];
  const fetch: Fetch = (...request) => {
    asked.push(request);
    return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), init));
  };
  return { asked, api: new ApiClient({ url: 'http://x', fetch, ...(token !== undefined && { token }) }) };
}

it('fills addresses, query strings and headers', async () => {
  const { asked, api } = client([], {}, 'secret');
  await api.get('/rankings', { query: { limit: '7', cursor: null } });
  await api.get('/scorecards/{year}/{unitId}', {
    path: { ...path, unitId: 'a/b' },
    header: { 'Consistency-Token': '5' },
  });
  expect(asked).toEqual([
    ['http://x/rankings?limit=7', { method: 'GET', headers: { Authorization: 'Bearer secret' } }],
    [
      'http://x/scorecards/2024/a%2Fb',
      { method: 'GET', headers: { Authorization: 'Bearer secret', 'Consistency-Token': '5' } },
    ],
  ]);
});

it('sends a command with its body and what was seen, and answers what the headers say', async () => {
  const headers = { ETag: '"8"', 'Consistency-Token': '42', Link: '</x?cursor=a>; rel="next"' };
  const { asked, api } = client({ revision: '8', position: '42' }, { status: 201, headers });
  const answer = await api.post('/units/{unitId}/renaming', {
    path: { unitId: 'so_a' },
    header: { 'If-Match': '"7"', 'Idempotency-Key': 'k' },
    body: {
      name: 'Sở A',
      effectiveOn: '2024-01-01',
      decree: { number: '01/NQ-MẪU', signedOn: '2024-01-15', issuer: 'Cơ quan mẫu' },
    },
  });
  expect(answer).toEqual({
    ...{ status: 201, body: { revision: '8', position: '42' } },
    ...{ tag: '"8"', token: '42', next: '/x?cursor=a' },
  });
  expect(asked[0]?.[1]).toMatchObject({
    method: 'POST',
    headers: { 'If-Match': '"7"', 'Idempotency-Key': 'k', 'Content-Type': 'application/json' },
  });
});

it('tells a refusal, with what is there now and when to come back', async () => {
  const { api } = client(problem, { status: 412, headers: { ETag: '"9"', 'Retry-After': '2' } });
  const asking = api.get('/assessments/{year}/{unitId}/revision', { path });
  await expect(asking).rejects.toMatchObject({ constructor: ApiProblem, problem, tag: '"9"', retryAfter: 2 });
});

it('has no body where the caller holds the answer', async () => {
  const { api } = client(undefined, { status: 304, headers: { ETag: '"9"' } });
  const held = await api.get('/assessments/{year}/{unitId}/revision', { path, header: { 'If-None-Match': '"9"' } });
  expect([held.status, held.body, held.tag]).toEqual([304, undefined, '"9"']);
});

it('does not compile with what the document does not know', () => {
  const { api } = client({});
  const never = () => {
    // @ts-expect-error no such address
    void api.get('/nowhere', {});
    // @ts-expect-error no such field
    void api.post('/blocks', { header: { 'Idempotency-Key': 'k' }, body: { blockId: 'a', name: 'b', extra: 1 } });
    // @ts-expect-error a field is missing
    void api.post('/blocks', { header: { 'Idempotency-Key': 'k' }, body: { blockId: 'a' } });
    // @ts-expect-error the command says not what was seen
    void api.post('/assessments/{year}/{unitId}/submission', { path, header: { 'Idempotency-Key': 'k' } });
  };
  expect(never).toBeDefined();
});
