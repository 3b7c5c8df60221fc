import { asOfficer, EdgeProbe, expectProblem } from '../../test/edge-probe';

let edge: EdgeProbe;
beforeAll(async () => {
  edge = await EdgeProbe.start();
});
afterAll(() => edge.stop());

const http = () => edge.http();

describe('access', () => {
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
