import { EdgeProbe, expectProblem } from '../../test/edge-probe';

let edge: EdgeProbe;
beforeAll(async () => {
  edge = await EdgeProbe.start();
});
afterAll(() => edge.stop());

const http = () => edge.http();

describe('problems', () => {
  it('answers an unknown address', async () => {
    expectProblem(await http().get('/nowhere'), 404, 'http.not-found');
  });

  it.each([
    ['domain', 409, 'probe.refused'],
    ['race', 409, 'event-store.concurrent-change'],
    ['stale', 412, 'http.precondition-failed'],
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

  it('explains each type at its address', async () => {
    expect((await http().get('/problems/http.not-found')).text).toContain('Không có địa chỉ này');
    expect((await http().get('/problems')).text).toContain('http.malformed-json');
    expectProblem(await http().get('/problems/constructor'), 404, 'http.not-found');
  });
});
