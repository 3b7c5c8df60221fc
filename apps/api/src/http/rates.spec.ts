import { networkOf, Rate } from './rates';

let now = 0;
const rate = () => new Rate(10, () => now);

it('takes four seconds\u2019 worth at once, then as many as come back, and tells how long to wait', () => {
  const steady = rate();
  const taken = Array.from({ length: 41 }, () => steady.take('an'));
  expect(taken).toEqual([...Array<number>(40).fill(0), 1]);
  now += 100;
  expect([steady.take('an'), steady.take('an')]).toEqual([0, 1]);
  now += 1_000;
  expect(Array.from({ length: 11 }, () => steady.take('an'))).toEqual([...Array<number>(10).fill(0), 1]);
});

it('counts each caller alone', () => {
  const steady = rate();
  for (let each = 0; each < 40; each += 1) steady.take('an');
  expect([steady.take('an'), steady.take('binh')]).toEqual([1, 0]);
});

it('saves no more up than fits at once', () => {
  const steady = rate();
  steady.take('an');
  now += 3_600_000;
  expect(Array.from({ length: 41 }, () => steady.take('an')).at(-1)).toBe(1);
});

it('says how long it takes where less than one a second comes back', () => {
  const slow = new Rate(0.25, () => now);
  expect([slow.take('an'), slow.take('an')]).toEqual([0, 4]);
});

it('forgets whoever was not seen for longest', () => {
  const steady = rate();
  for (let each = 0; each < 40; each += 1) steady.take('an');
  for (let other = 0; other < 20_000; other += 1) steady.take(`other ${other}`);
  expect(steady.take('an')).toBe(0);
});

it.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('takes %s for %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
