import { Controller, Get } from '@nestjs/common';
import { asOfficer, EdgeProbe, expectProblem } from '../../test/edge-probe';
import { Allow, Public } from '../auth/access';

@Controller()
class AskedController {
  @Public()
  @Get('public')
  everybody(): object {
    return {};
  }

  @Allow('unit-officer')
  @Get('own/:unitId')
  own(): object {
    return {};
  }

  @Public()
  @Get('health/live')
  live(): object {
    return {};
  }
}

let edge: EdgeProbe;
beforeEach(async () => {
  // Two at once, and one more after two seconds.
  edge = await EdgeProbe.start([AskedController], { perAccount: 0.5, perAddress: 0.5 }, ['127.0.0.1', '::1']);
});
afterEach(() => edge.stop());

const statusesOf = async (count: number, path: string, headers: Record<string, string> = {}) => {
  const statuses: number[] = [];
  for (let each = 0; each < count; each += 1) statuses.push((await edge.http().get(path).set(headers)).status);
  return statuses;
};

it('lets an account do so much, and tells it when to come back; others go on', async () => {
  expect(await statusesOf(2, '/own/u1', asOfficer)).toEqual([200, 200]);
  const response = await edge.http().get('/own/u1').set(asOfficer);
  expectProblem(response, 429, 'http.too-fast');
  expect(response.headers['retry-after']).toMatch(/^[12]$/);
  expect(await statusesOf(1, '/public')).toEqual([200]);
});

it('lets an address without an account do so much', async () => {
  expect(await statusesOf(3, '/public')).toEqual([200, 200, 429]);
  expect(await statusesOf(1, '/own/u1', asOfficer)).toEqual([200]);
});

it('counts the tokens that somebody tries out', async () => {
  const guessed = { Authorization: 'Bearer token-that-is-only-a-guess' };
  expect(await statusesOf(3, '/own/u1', guessed)).toEqual([401, 401, 429]);
});

it('does not take a token on a public address for an account', async () => {
  const one = (number: number) => ({ Authorization: `Bearer token-number-${number}-of-many` });
  const asked = [1, 2, 3].map(async (number) => (await statusesOf(1, '/public', one(number)))[0]);
  expect((await Promise.all(asked)).sort()).toEqual([200, 200, 429]);
});

it('believes its own proxies, and nobody else, about who asks', async () => {
  const from = (address: string) => statusesOf(2, '/public', { 'X-Forwarded-For': address });
  expect(await from('203.0.113.1')).toEqual([200, 200]);
  expect(await from('203.0.113.2')).toEqual([200, 200]);
  expect(await from('203.0.113.9, 203.0.113.1')).toEqual([429, 429]);
});

it('always answers how we are', async () => {
  expect(new Set(await statusesOf(10, '/health/live'))).toEqual(new Set([200]));
});
